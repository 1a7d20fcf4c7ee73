export type ErrorCode =
  | 'INVALID_INPUT' // the request did not match the endpoint's input schema
  | 'NOT_SIGNED_IN' // the platform names no caller, and this needs one
  | 'FORBIDDEN' // the caller has no role that allows this
  | 'NOT_FOUND' // absent, or not visible to this caller
  | 'CONFLICT' // what is stored stands against it: a number that is taken, a state in which this cannot be done
  | 'OFFLINE' // the cloud could not be reached; only ever made on the phone
  | 'INTERNAL' // unforeseen; details stay in the server's log

/** What every function answers: it never throws at its caller. */
export type Reply<T> = { ok: true; data: T } | { ok: false; error: { code: ErrorCode; message: string } }

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }

  /** The one funnel for the unforeseen: whatever is no AppError becomes INTERNAL, its cause kept for the log. */
  static from(thrown: unknown): AppError {
    return thrown instanceof AppError
      ? thrown
      : new AppError('INTERNAL', 'Something went wrong.', { cause: thrown })
  }
}
