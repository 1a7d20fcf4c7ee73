import type { Campaign, CampaignPage, Delivery } from './campaign'

export type PageSummary = Pick<CampaignPage, 'counts' | 'writtenAt'>

/** What those who run it look at, and what only they ask for. */
export type CampaignReports = {
  /** The latest opened first. */
  latest(limit: number): Promise<Campaign[]>
  /** Of each page, without its rows. */
  pages(campaignId: string): Promise<PageSummary[]>
  /** When each row was last announced whose send came to an outcome, of those announced since. */
  sentSince(campaignId: string, since: number): Promise<number[]>
  /** Rows that failed or are unknown. */
  troubles(campaignId: string, limit: number): Promise<Delivery[]>
  /** Pages with failed rows. */
  failedPages(campaignId: string): Promise<CampaignPage[]>
  /** Those of the readers who have a credit that is not held. */
  withCredit(keys: readonly string[], templateId: string): Promise<Set<string>>
}
