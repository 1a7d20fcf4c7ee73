import type { Language } from '#shared/newsletter/bilingual'

/** A wish to be told of a series, while it lasts; who wishes again has another. Times in ms since 1970. */
export type Follow = {
  series: string
  since: number
  /** When it was stopped; null while it holds. Kept for a day, so that a campaign opened before still finds it. */
  until: number | null
}

/** A consent that the phone reported and no event has confirmed yet. */
export type Report = { id: string; at: number; kept: boolean }

/** What one reader has with one message template. WeChat alone knows the true count; this is our estimate of it. */
export type Credits = {
  /** Alerts that may still be sent, those held by campaigns not among them; never below 0. */
  credits: number
  /** The tokens of campaigns that have reserved a credit and not settled it: see `holdToken`. */
  holds: string[]
  /** The tokens of the last campaigns that settled, the latest last: a late repetition reserves nothing more. */
  settled: string[]
  /** When the last consent came; 0: never. */
  lastGrantAt: number
  /** The reader's last answer was no: nobody asks again unless the reader does. */
  refused: boolean
  reports: Report[]
  /** The ids of the last facts that were counted, the latest last. */
  seen: string[]
}

/** All that is held on one reader, in one document: the place to reserve, to count and to delete. */
export type Reader = {
  /** Random, made at the reader's first request: campaigns know this and never the openid. */
  key: string
  openid: string
  /** The language of alerts. */
  language: Language
  follows: Follow[]
  /** By template id. */
  templates: Record<string, Credits>
  /** Counts every change of this document, so that two that were made at once are told apart. */
  version: number
  /** When the earliest unconfirmed report is to be taken back; null: there is none. */
  unconfirmedUntil: number | null
  /**
   * Set when the reader had everything deleted: openid and templates are gone then, and what is left, which names
   * nobody, goes as soon as no campaign may still be counting its followers.
   */
  erasedAt: number | null
}

/** Whether a reader had asked for alerts of this series at that moment, though perhaps stopped since. */
export function followedAt({ follows }: Pick<Reader, 'follows'>, series: string, moment: number): boolean {
  return follows.some(
    (follow) =>
      follow.series === series && follow.since <= moment && (follow.until === null || follow.until > moment),
  )
}

/** Whether the wish that held at that moment still holds: one made later is for the next issue. */
export function stillFollows({ follows }: Pick<Reader, 'follows'>, series: string, moment: number): boolean {
  return follows.some(
    (follow) => follow.series === series && follow.since <= moment && follow.until === null,
  )
}
