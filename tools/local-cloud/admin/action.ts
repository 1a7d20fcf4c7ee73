/** Text that is JSON already, so that answers are never parsed and written again on their way. */
export type JsonText = string

/** What the SDK calls: takes a request as it came, and answers what stands under `data`. */
export type Action = (request: Record<string, unknown>) => JsonText | Promise<JsonText>

/** By the SDK's own name, as in `database.getDocument`. */
export type Actions = Record<string, Action>
