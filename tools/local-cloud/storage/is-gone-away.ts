/** Whether a stream ended before its time because whoever was at its other end went away. */
export function isGoneAway(thrown: unknown): boolean {
  const { code } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : {}
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE'
}
