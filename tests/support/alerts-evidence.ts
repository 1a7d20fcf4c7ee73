import type { Campaign, CampaignPage } from '#core/alerts/campaign'
import type { Reader } from '#core/readers/reader'

/** All that is known of campaigns once they have ended: what we stored, and what truly happened. */
export type AlertsEvidence = {
  window: number
  campaigns: {
    campaign: Campaign
    pages: CampaignPage[]
    /** Whoever followed the series when it was opened: key and openid. */
    followers: ReadonlyMap<string, string>
  }[]
  /** What WeChat took, in the order in which it did; withheld ones never arrived. */
  messages: { openid: string; page: string; isWithheld: boolean }[]
  /** Sends whose answer was lost: openid and page, with a blank between them. */
  lostAnswers: ReadonlySet<string>
  /** Runs that were killed, frozen or held up. */
  forcedRuns: ReadonlySet<string>
  /** Whether WeChat has told of every message. */
  hasAllEvents: boolean
  /** Those who are still there. */
  readers: {
    reader: Reader
    /** Consents that were counted, by template. */
    granted: Record<string, number>
    /** Templates of which WeChat or the reader has set the count to nothing. */
    cleared: ReadonlySet<string>
  }[]
  /** What was printed. */
  log: string[]
}
