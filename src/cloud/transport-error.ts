import { AppError } from '#shared/errors'

/** WeChat gave up waiting for the function's answer. */
const POLLING_TIMED_OUT = -404012

/**
 * Why no reply came back. WeChat rejects with `errCode: -504002` and the like when the cloud was reached and the
 * function failed there; with -1, or no code at all, when there is no network or nobody answered in time.
 */
export function transportError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const code = typeof cause === 'object' && cause !== null && 'errCode' in cause ? cause.errCode : undefined
  const reached = typeof code === 'number' && code < -1 && code !== POLLING_TIMED_OUT
  return reached ? AppError.from(cause) : new AppError('OFFLINE', 'No connection.', { cause })
}
