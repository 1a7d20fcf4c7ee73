/** The codes that the local cloud answers; the SDK turns most of them into its own `errCode`. */
export type CloudErrorCode =
  | 'INVALID_PARAM'
  | 'SYS_ERR'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'PERMISSION_DENIED'
  | 'FUNCTION_NOT_FOUND'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'RESULT_TOO_LARGE'

/** What the cloud answers instead of data. */
export class CloudError extends Error {
  readonly code: CloudErrorCode

  constructor(code: CloudErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'CloudError'
    this.code = code
  }
}
