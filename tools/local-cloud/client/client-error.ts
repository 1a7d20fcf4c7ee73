import type { CloudError, CloudErrorCode } from '../cloud-error'

/** As `wx.cloud.callFunction` fails on a phone. */
export type ClientError = { errCode: number; errMsg: string }

const ERR_CODES: Partial<Record<CloudErrorCode, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  PERMISSION_DENIED: -501023,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
  RESULT_TOO_LARGE: -604001,
}
const SYSTEM_ERROR = -501001

export function clientError({ code, message }: CloudError): ClientError {
  const errCode = ERR_CODES[code] ?? SYSTEM_ERROR
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${message}` }
}
