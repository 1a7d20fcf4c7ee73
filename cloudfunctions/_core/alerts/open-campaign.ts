import type { Issue } from '#shared/newsletter/issue'
import { seriesId } from '#shared/newsletter/issue-id'
import { type AlertSettings, templateOf } from './alert-settings'
import type { AlertStore } from './alert-store'
import type { Campaign } from './campaign'
import { messageContent } from './message-content'
import { newCampaign } from './new-campaign'

const DAY = 86_400_000

/**
 * Opens the campaign of an issue that has been published: once, however often it is called. Null where no template
 * tells of its series.
 */
export async function openCampaign(
  store: Pick<AlertStore, 'campaigns'>,
  settings: AlertSettings | null,
  issue: Issue,
  now: number,
): Promise<{ campaign: Campaign; isNew: boolean } | null> {
  const series = seriesId(issue.series)
  const templateId = settings && templateOf(settings, series)
  const template = templateId === null ? undefined : settings?.templates[templateId]
  if (!settings || templateId === null || !template) return null
  const campaign = newCampaign({
    issueId: issue.id,
    seriesId: series,
    openedAt: now,
    expiresAt: now + settings.expiryDays * DAY,
    templateId,
    content: messageContent(template.fields, issue, now),
  })
  if (await store.campaigns.add(campaign)) return { campaign, isNew: true }
  return { campaign: (await store.campaigns.find(campaign.id)) ?? campaign, isNew: false }
}
