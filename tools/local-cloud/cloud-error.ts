/**
 * The codes that the cloud answers, each with the number by which WeChat tells a phone of it. The SDK has the same
 * numbers, for those that are in its table; it takes any other code for a system error.
 */
export const ERR_CODES = {
  // The SDK's table, with its own spelling.
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALIID_ENV: -501005,
  INVALID_COMMON_PARAM: -501006,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  RESOURCE_NOT_INITIAL: -501009,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_EXCEED_LIMIT: -502004,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  // Beyond it.
  INVALID_ENV: -501001,
  DATABASE_TRANSACTION_CONFLICT: -501001,
  DATABASE_TRANSACTION_FAIL: -501001,
  FUNCTION_NOT_FOUND: -501000,
  PERMISSION_DENIED: -501023,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  // No document names a number for it: a function that fails, to a phone.
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: -504002,
  RESULT_TOO_LARGE: -604001,
} as const satisfies Record<string, number>

export type CloudErrorCode = keyof typeof ERR_CODES

/** What the cloud answers instead of data. */
export class CloudError extends Error {
  readonly code: CloudErrorCode

  constructor(code: CloudErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'CloudError'
    this.code = code
  }

  /** What is thrown otherwise is a fault of ours: its reason is for the log only. */
  static from(thrown: unknown, log: (line: string) => void): CloudError {
    if (thrown instanceof CloudError) return thrown
    log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    return new CloudError('SYS_ERR', 'The local cloud failed; its log says why.', { cause: thrown })
  }
}
