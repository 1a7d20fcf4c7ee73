import { type CloudError, ERR_CODES } from '../cloud-error'

/** As `wx.cloud.callFunction` fails on a phone. */
export type ClientError = { errCode: number; errMsg: string }

export function clientError({ code, message }: CloudError): ClientError {
  const errCode = ERR_CODES[code]
  return { errCode, errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${message}` }
}
