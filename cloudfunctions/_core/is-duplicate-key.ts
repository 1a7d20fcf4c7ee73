/** The SDK maps every failed request to -502001; only the server's text tells that a unique index refused it. */
export function isDuplicateKey(thrown: unknown): boolean {
  return thrown instanceof Error && /E11000|duplicate key/iu.test(thrown.message)
}
