import type { TemplateConfig } from '../../../../config/wechat'
import type { Clock } from '../../clock'
import type { Environment } from '../../data/environment'
import type { Inbox } from '../inbox'
import type { RateLimit } from '../rate-limit'
import { type Readers, templateState, withTemplateState } from '../readers'
import type { SentEventWay, Settings } from '../settings'
import { WeChatError } from '../wechat-error'
import { type Message, parseMessage } from './message-params'

/** The API's name. */
export const SEND = 'subscribeMessage.send'

export type SendParts = {
  environment: Environment
  clock: Clock
  readers: Readers
  inbox: Inbox
  templates: Record<string, TemplateConfig>
  settings: () => Settings
  limits: { minute: RateLimit; day: RateLimit }
  sentWay: () => SentEventWay
  /** Tells how the delivery of an accepted message went. */
  giveSent: (message: Message, msgid: string, way: SentEventWay) => Promise<void>
}

/** `subscribeMessage.send`: the accepted message's id. Throws a WeChatError where WeChat does not take the message. */
export async function sendSubscribeMessage(
  parts: SendParts,
  params: Record<string, unknown>,
): Promise<string> {
  takeFromLimits(parts)
  const { templates, settings } = parts
  const message = parseMessage(params, { templates, pages: settings().pages })
  assertMaySend(settings(), message.templateId)
  const way = parts.sentWay()
  const msgid = parts.environment.write(() => deliver(parts, message, way.failure === null))
  await parts.giveSent(message, msgid, way)
  return msgid
}

/** Every call counts, also one that is refused for another reason. */
function takeFromLimits({ settings, limits }: SendParts): void {
  const { sendsPerMinute, sendsPerDay } = settings()
  const isWithin = [limits.minute.take(sendsPerMinute), limits.day.take(sendsPerDay)]
  if (isWithin.includes(false)) throw new WeChatError(45009)
}

function assertMaySend({ isBanned, bannedTemplates }: Settings, templateId: string): void {
  if (isBanned) throw new WeChatError(43107)
  if (bannedTemplates.includes(templateId)) throw new WeChatError(43116)
}

/** The reader's consent is spent and the message is in the inbox at one moment. */
function deliver({ readers, inbox, clock }: SendParts, message: Message, arrives: boolean): string {
  const { openid, templateId, template, data, page, lang, miniprogramState } = message
  const state = readers.state(openid)
  const { remaining } = templateState(state, templateId)
  if (!state.mainSwitch || remaining === 0) throw new WeChatError(43101)
  if (template.kind === 'one-time')
    readers.put(openid, withTemplateState(state, templateId, { remaining: remaining - 1 }))
  const msgid = inbox.nextMsgid()
  if (arrives)
    inbox.put(openid, {
      msgid,
      templateId,
      data,
      page,
      lang,
      miniprogramState,
      at: clock.now(),
      isRead: false,
    })
  return msgid
}
