import { type CloudError, ERR_CODES } from '../cloud-error'

/** As a function of `wx.cloud` fails on a phone. */
export type ClientError = { errCode: number; errMsg: string }

export function clientError({ code, message }: CloudError, name = 'callFunction'): ClientError {
  const errCode = ERR_CODES[code]
  return { errCode, errMsg: `cloud.${name}:fail Error: errCode: ${errCode} | errMsg: ${message}` }
}
