import { randomBytes } from 'node:crypto'

/** What an API of WeChat answers instead of success; 0 is never one of them. */
const MESSAGES = {
  40003: 'invalid openid',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message ability is banned',
  43108: 'Cannot make concurrent calls to the same OpenID, please try again',
  43116: 'this template is restricted',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  85096: 'not allow include scancode_time field',
} as const

export type WeChatErrcode = keyof typeof MESSAGES

/** A refusal by WeChat: one of its codes, in its words. */
export class WeChatError extends Error {
  readonly errcode: WeChatErrcode

  constructor(errcode: WeChatErrcode, detail?: string) {
    super([MESSAGES[errcode], detail, `rid: ${requestTrace()}`].filter(Boolean).join(' '))
    this.name = 'WeChatError'
    this.errcode = errcode
  }
}

/** WeChat ends each refusal with such an id, so nobody can compare its words as a whole. */
function requestTrace(): string {
  return [4, 4, 4].map((size) => randomBytes(size).toString('hex')).join('-')
}
