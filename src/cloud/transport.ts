import type { EndpointCall } from '#shared/endpoint'

/** Carries a call to a cloud function and answers with what the function returned; rejects when it could not. */
export type Transport = (functionName: string, event: EndpointCall) => Promise<unknown>
