import type { Language } from '#shared/newsletter/bilingual'

/** A wish to be told of a series, while it lasts; who wishes again has another. Times in ms since 1970. */
export type Follow = {
  series: string
  since: number
  /** When it was stopped; null while it holds. Kept for a day, so that a campaign opened before still finds it. */
  until: number | null
}

/** A consent that the phone reported and no event has confirmed yet. `at` is when the report came. */
export type Report = {
  id: string
  at: number
  /** A choice that the reader had kept, for which no panel was shown. */
  kept: boolean
  /** Whether it added a credit: the stock may have been full. */
  counted: boolean
}

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
  /** When WeChat last said that nothing is left: consents before then count no more. 0: never. */
  clearedAt: number
  /** The reader's last answer was no: nobody asks again unless the reader does. */
  refused: boolean
  /** When that answer came; 0: never. One that is told later and was given earlier changes nothing. */
  answeredAt: number
  /**
   * That a panel was shown once is beyond doubt: an event told of it, or there were no events then. Nobody can keep a
   * choice who never had a panel.
   */
  hadPanel: boolean
  reports: Report[]
  /** When the accepts were given that an event told of, and that no report has matched yet. */
  events: number[]
  /** The ids of the last facts that were counted, the latest last. */
  seen: string[]
}

/** What changed a count, and why. Its id is fixed by what it tells of. */
export type CountChange = {
  id: string
  at: number
  what: 'added' | 'confirmed' | 'taken-back' | 'cleared' | 'spent' | 'returned'
  why: string
  before: number
  after: number
}

/** The same of one reader and template, with an id of its own: it is there once however often it is written. */
export type LedgerEntry = CountChange & { key: string; templateId: string }

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
  /** The ledger's entries of the last change, and of others that could not be written: they are not lost with a run. */
  unwritten: LedgerEntry[]
  /** When the earliest unconfirmed report is to be taken back; null: there is none. */
  unconfirmedUntil: number | null
  /**
   * Set when the reader had everything deleted: openid and templates are gone then, and what is left, which names
   * nobody, goes as soon as no campaign may still be counting its followers.
   */
  erasedAt: number | null
  /**
   * Of an erased reader: a hash of key and openid. A late event of before the deletion is known by it and brings
   * nothing back. '' otherwise.
   */
  erasedMark: string
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
  return follows.some((follow) => follow.series === series && follow.since <= moment && follow.until === null)
}
