import type { EventForm } from '../settings'

/** Of the mini-program's account, to which an event is addressed, and the reader whom it is about. */
export type EventHead = { account: string; openid: string; at: number }

export type EventItem = Record<string, string>

/** An event of a subscription message, as WeChat pushes it. */
export type PushEvent = Record<string, unknown>

const NAMES = {
  popup: { event: 'subscribe_msg_popup_event', field: 'SubscribeMsgPopupEvent' },
  change: { event: 'subscribe_msg_change_event', field: 'SubscribeMsgChangeEvent' },
  sent: { event: 'subscribe_msg_sent_event', field: 'SubscribeMsgSentEvent' },
}

export type EventKind = keyof typeof NAMES

export function subscribeEvent(
  kind: EventKind,
  { account, openid, at }: EventHead,
  items: readonly EventItem[],
  form: EventForm,
): PushEvent {
  const { event, field } = NAMES[kind]
  const seconds = Math.floor(at / 1000)
  // WeChat's own samples show an array of one item, and only for a sent event, which has never more, the item itself.
  const isArray = items.length > 1 || (form === 'documented' && kind !== 'sent')
  const list = isArray ? items : items[0]
  return {
    ToUserName: account,
    FromUserName: openid,
    CreateTime: form === 'documented' ? String(seconds) : seconds,
    MsgType: 'event',
    Event: event,
    ...(form === 'nested' ? { [field]: { List: list } } : { List: list }),
  }
}
