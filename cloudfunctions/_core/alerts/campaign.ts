import type { Language } from '#shared/newsletter/bilingual'

/**
 * - pending: nothing has been sent
 * - waiting: to be tried again at `notBefore`
 * - sending: written before its send starts; whoever finds it of a run that has ended makes it unknown
 * - accepted: WeChat took the message; delivered: WeChat's event said that it arrived
 * - failed: no message arrived, for the row's reason
 * - unknown: whether a message went out cannot be told; it is never sent again
 * - skipped: nothing was sent and nothing shall be, for the row's reason
 */
export const DELIVERY_STATES = [
  'pending',
  'waiting',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'skipped',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type Counts = Record<DeliveryState, number>

/** Why nothing is sent. */
export type SkipReason = 'no-credit' | 'stopped' | 'deleted' | 'cancelled' | 'too-old'

/**
 * Why it failed: the reader refuses (43101), the openid is none of ours (40003), it was tried often enough, or WeChat
 * took it and its event said that it did not arrive.
 */
export type FailReason = 'refused' | 'no-such-reader' | 'attempts' | 'not-delivered'

/** What a `sent` event said of a message. */
export type SentEvent = { msgid: string; code: number; at: number }

/** One reader's row in a campaign. It holds no openid. Times in ms since 1970. */
export type Delivery = {
  key: string
  state: DeliveryState
  reason?: SkipReason | FailReason
  /** Sends that were surely not carried out. */
  attempts: number
  /** Of a waiting row. */
  notBefore?: number
  /** When its last send was announced. */
  at?: number
  /** The run that announced it. */
  run?: string
  msgid?: string
  /** WeChat's last error code. */
  code?: number
  /** An event that came while the send's answer was still awaited. */
  event?: SentEvent
}

/** Deliveries in order of their keys, as many as one document comfortably holds. */
export type CampaignPage = {
  /** The campaign's id, a colon and four digits or more from 0001. */
  id: string
  campaignId: string
  firstKey: string
  lastKey: string
  rows: Delivery[]
  counts: Counts
  /** The run that works on it, or did last; '' before the first. */
  run: string
  /** Counts the writes of runs: each names the one before, so a run that has lost the page writes nothing more. */
  seq: number
  /** Whether there is work left. */
  open: boolean
  /** When it may be taken up again. */
  nextAt: number
  /** When a run wrote it last; 0: never. */
  writtenAt: number
}

export type CampaignState = 'sending' | 'paused' | 'cancelled' | 'done'

/** The sending of one issue's alerts to all who asked for them. Times in ms since 1970. */
export type Campaign = {
  /** `issueId:seriesId`: publishing twice opens one. */
  id: string
  issueId: string
  seriesId: string
  openedAt: number
  templateId: string
  /** The fields of the message as they are sent, fixed when the campaign was opened. */
  content: Record<Language, Record<string, string>>
  /** Where a tap on the alert leads. */
  page: string
  state: CampaignState
  /** Whether everyone who followed the series at `openedAt` has a row; nothing is sent before, and whatever the state, this is done first. */
  frozen: boolean
  /** Whether work is left: a cancelled one has its rows still to close. */
  open: boolean
  /** Why it is paused or ended, in plain words; '' where nothing is to be said. */
  reason: string
  /** WeChat asked for a rest: nothing is sent before. 0: none. */
  restUntil: number
  /** What is not done by then is too old to send. */
  expiresAt: number
  /** 1, and one more each time that failed rows are sent again. */
  round: number
  /** When its last row was closed; null until then. */
  finishedAt: number | null
  /** When what it holds of credits is looked through once more: see `checkHolds`. null: not to be. */
  checkAt: number | null
}

/** What a reader's credit is reserved under: one a campaign and round. */
export function holdToken({ id, round }: Pick<Campaign, 'id' | 'round'>): string {
  return `${id}#${round}`
}

/** The campaign that reserved it. */
export function campaignOfHold(token: string): string {
  return token.slice(0, token.lastIndexOf('#'))
}

export function noCounts(): Counts {
  return {
    pending: 0,
    waiting: 0,
    sending: 0,
    accepted: 0,
    delivered: 0,
    failed: 0,
    unknown: 0,
    skipped: 0,
  }
}

export function countRows(rows: readonly Delivery[]): Counts {
  const counts = noCounts()
  for (const { state } of rows) counts[state] += 1
  return counts
}
