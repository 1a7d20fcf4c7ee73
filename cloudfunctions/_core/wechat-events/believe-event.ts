import type { SubscribeEvent } from './parse-event'

/** What the platform says of a call, apart from its event. */
export type EventOrigin = {
  openid: string | null
  /** What began the call and, after commas, what called on. */
  source: string
}

/** A reader's own phone, or one at its maker's desk. */
const CLIENTS = ['wx_client', 'wx_devtools', 'wx_http']

/**
 * Whether WeChat itself tells this: no client has begun the call, and the platform names the same sender as the event.
 * WeChat documents no source for its message push, so it is told by what it is not.
 */
export function isBelieved({ from }: Pick<SubscribeEvent, 'from'>, { openid, source }: EventOrigin): boolean {
  const sources = source.split(',').map((each) => each.trim())
  return source !== '' && !sources.some((each) => CLIENTS.includes(each)) && openid === from
}
