import { WeChatError } from '../wechat-error'

/** WeChat takes one message for a reader at a time: a second one meanwhile is refused with 43108. */
export class SendsUnderWay {
  readonly #openids = new Set<string>()

  /** A send lasts until its answer leaves, whatever holds that up. */
  async during<T>(openid: string, send: () => Promise<T>): Promise<T> {
    if (this.#openids.has(openid)) throw new WeChatError(43108)
    this.#openids.add(openid)
    try {
      return await send()
    } finally {
      this.#openids.delete(openid)
    }
  }
}
