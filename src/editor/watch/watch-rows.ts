import type { CampaignSummary } from '#shared/alerts/campaign-endpoints'
import type { IssueSummary } from '#shared/issues/endpoints'

/** An issue that readers have, or had, and the sending of its alerts, where there was one. */
export type WatchRow = { issueId: string; issue: IssueSummary | null; campaign: CampaignSummary | null }

/** The newest first; what is no longer shown to readers, and was told of, stands at the end. */
export function watchRows(
  issues: readonly IssueSummary[],
  campaigns: readonly CampaignSummary[],
): WatchRow[] {
  const shown = issues.map((issue) => ({
    issueId: issue.id,
    issue,
    campaign: campaigns.find(({ issueId }) => issueId === issue.id) ?? null,
  }))
  const others = campaigns.filter(({ issueId }) => !issues.some(({ id }) => id === issueId))
  return [...shown, ...others.map((campaign) => ({ issueId: campaign.issueId, issue: null, campaign }))]
}
