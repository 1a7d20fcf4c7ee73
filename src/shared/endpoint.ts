import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** A call that a screen may make: both sides import the same value, so that they cannot disagree about its shape. */
export type Endpoint<
  Input extends GenericSchema = GenericSchema,
  Output extends GenericSchema = GenericSchema,
> = {
  /** The cloud function that serves it: a folder in `cloudfunctions/`. */
  readonly function: string
  /** Its name within that function. */
  readonly name: string
  readonly input: Input
  readonly output: Output
}

export type EndpointInput<E extends Endpoint> = InferInput<E['input']>
export type EndpointOutput<E extends Endpoint> = InferOutput<E['output']>

/** What travels as the event of a cloud function. Fields that the platform adds beside these are ignored. */
export type EndpointCall = { endpoint: string; input: unknown }

export function defineEndpoint<Input extends GenericSchema, Output extends GenericSchema>(
  endpoint: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return endpoint
}
