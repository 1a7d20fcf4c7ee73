/** How `wx.requestSubscribeMessage` fails, in WeChat's words. */
const MESSAGES = {
  10001: "TmplIds can't be empty",
  10002: 'Request list fail',
  10003: 'Request subscribe fail',
  10004: 'Invalid template id',
  10005: 'Cannot show subscribe message UI',
  20001: 'No template data return, verify the template id exist',
  20002: 'Templates type must be same',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
  20005: 'This mini program was banned from subscribing messages',
} as const

export type ConsentErrCode = keyof typeof MESSAGES

/** Why the panel could not be shown, or its answer could not be taken. */
export class ConsentError extends Error {
  readonly errCode: ConsentErrCode

  constructor(errCode: ConsentErrCode) {
    super(MESSAGES[errCode])
    this.name = 'ConsentError'
    this.errCode = errCode
  }
}
