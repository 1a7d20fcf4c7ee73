import { CloudError } from '../../cloud-error'

/** What mingo cannot do is, to the caller, a request that the database refuses. */
export function asRequest<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof CloudError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CloudError('DATABASE_REQUEST_FAILED', reason, { cause })
  }
}
