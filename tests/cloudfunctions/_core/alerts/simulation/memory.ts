import type { Campaign, CampaignPage } from '#core/alerts/campaign'
import type { Reader } from '#core/readers/reader'

/** What the database holds. */
export type Memory = {
  lease: { run: string; until: number; endsAt: number } | null
  campaigns: Map<string, Campaign>
  pages: Map<string, CampaignPage>
  /** By key. */
  readers: Map<string, Reader>
}

export function emptyMemory(): Memory {
  return { lease: null, campaigns: new Map(), pages: new Map(), readers: new Map() }
}
