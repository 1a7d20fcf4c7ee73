import * as v from 'valibot'
import type { Environment, Table } from '../data/environment'

export const InboxMessageSchema = v.object({
  msgid: v.string(),
  templateId: v.string(),
  /** By field. */
  data: v.record(v.string(), v.string()),
  /** Where a tap leads, with its query; null: nowhere. */
  page: v.nullable(v.string()),
  lang: v.string(),
  /** Which version of the mini-program a tap opens. */
  miniprogramState: v.string(),
  /** ms since 1970. */
  at: v.number(),
  isRead: v.boolean(),
})

export type InboxMessage = v.InferOutput<typeof InboxMessageSchema>

/** WeChat's message ids have 19 digits, more than a JavaScript number holds. */
const FIRST_MSGID = 3_170_085_838_467_874_816n

/** The service notifications of all readers. */
export class Inbox {
  readonly #messages: Table<InboxMessage>
  readonly #lastMsgid: Table<string>

  constructor(environment: Environment) {
    this.#messages = environment.table('wechat-inbox')
    this.#lastMsgid = environment.table('wechat-msgid', 'string')
  }

  /** Never the same twice, also after a restart. Within a write of the environment. */
  nextMsgid(): string {
    const last = this.#lastMsgid.get(['last'])
    const next = String(last === undefined ? FIRST_MSGID : BigInt(last) + 1n)
    void this.#lastMsgid.put(['last'], next)
    return next
  }

  /** Within a write of the environment. */
  put(openid: string, message: InboxMessage): void {
    void this.#messages.put([openid, message.msgid], message)
  }

  find(openid: string, msgid: string): InboxMessage | undefined {
    return this.#messages.get([openid, msgid])
  }

  /** The newest first. */
  of(openid: string): InboxMessage[] {
    const range = this.#messages.getRange({ start: [openid, AFTER_ALL], end: [openid], reverse: true })
    return Array.from(range, ({ value }) => value)
  }

  /** Everybody's, by reader and age. */
  *all(): Generator<{ openid: string; message: InboxMessage }> {
    for (const { key, value } of this.#messages.getRange()) yield { openid: String(key[0]), message: value }
  }
}

/** Behind every id, which are digits. */
const AFTER_ALL = ':'
