import type { SdkCaller } from '../functions/sdk-caller'

/** Text that is JSON already, so that answers are never parsed and written again on their way. */
export type JsonText = string

/** What the SDK reads: what stands under `data`, or beside it, or the bytes of a protobuf; or that nobody answers. */
export type Answer = { data: JsonText } | { transactionId: string } | { bytes: Buffer } | { isDropped: true }

/** What the SDK calls: takes a request as it came, and from which function's instance; null is a program outside. */
export type Action = (request: Record<string, unknown>, caller: SdkCaller | null) => Answer | Promise<Answer>

/** By the SDK's own name, as in `database.getDocument`. */
export type Actions = Record<string, Action>
