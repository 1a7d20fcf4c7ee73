/** What came back of one send. */
export type SendAnswer = {
  /** WeChat's or the cloud's error code; 0 where there was none. */
  code: number
  /** WeChat's id of the message that it took; null where it named none. */
  msgid: string | null
  /** Of an error. */
  message: string
}

/**
 * - accepted: WeChat took the message
 * - passing: surely not sent, and worth another try
 * - rest: surely not sent; WeChat wants fewer calls for a while
 * - ours: surely not sent, and nothing would be until we mend something
 * - refused, no-such-reader: surely not sent, and this reader's affair
 * - unknown: a message may have gone out
 */
export type Outcome = 'accepted' | 'passing' | 'rest' | 'ours' | 'refused' | 'no-such-reader' | 'unknown'

/** Everything that is not listed here may have been sent. */
const OUTCOMES = new Map<number, Outcome>([
  [-1, 'passing'], // WeChat is busy
  [43108, 'passing'], // another message for this reader is under way
  [-501003, 'passing'], // the cloud: too many requests
  [-501004, 'passing'], // the cloud: too many at once
  [45009, 'rest'], // the account's limit of calls
  [43101, 'refused'], // no quota, or switched off
  [40003, 'no-such-reader'],
  [40037, 'ours'], // the template's id
  [41030, 'ours'], // the page is not in the published version
  [43107, 'ours'], // messages are banned
  [43116, 'ours'], // the template is restricted
  [45168, 'ours'], // words that WeChat does not pass
  [47003, 'ours'], // a field does not fit the template
  [-604100, 'ours'], // there is no such API
  [-604101, 'ours'], // config.json lacks the permission
  [-604104, 'ours'], // called from where it may not be
])

/** The connection was never made; the SDK gives such errors no code of their own. */
const NEVER_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/u

export function outcomeOf({ code, msgid, message }: SendAnswer): Outcome {
  // An empty answer comes as success without an id.
  if (code === 0) return msgid === null ? 'unknown' : 'accepted'
  if (NEVER_CONNECTED.test(message)) return 'passing'
  return OUTCOMES.get(code) ?? 'unknown'
}

/** Why a campaign pauses, for those who have to mend it. */
export function pauseReason({ code, message }: SendAnswer): string {
  return `${REASONS[code] ?? 'WeChat takes no message as it is'} (${code}: ${message.slice(0, 200)})`
}

const REASONS: Record<number, string> = {
  40037: 'WeChat does not know the template: correct its id in the alert settings, and cancel this campaign',
  41030: 'The page of the alert is not in the published version: release it, then resume',
  43107: 'WeChat has banned the messages of this mini-program: settle it with WeChat, then resume',
  43116: 'WeChat has restricted this template: settle it with WeChat, then resume',
  45168: 'WeChat does not pass the words of this alert: cancel it, or resume once WeChat does',
  47003: 'A field does not fit the template: correct the alert settings, then resume',
  [-604100]: 'The cloud does not know this API: update the SDK, then resume',
  [-604101]:
    'The function lacks the permission to send: upload it with the developer tools, wait ten minutes, then resume',
  [-604104]: 'The function was called from where it may not send: upload its timer again, then resume',
}
