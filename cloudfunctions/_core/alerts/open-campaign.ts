import type { Issue } from '#shared/newsletter/issue'
import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import { type AlertSettings, templateOf } from './alert-settings'
import type { Campaign } from './campaign'
import { messageContent } from './message-content'
import { newCampaign } from './new-campaign'

const DAY = 86_400_000

/**
 * Opens the campaign of an issue in the same step as its publication: once, however often it is published. Null where no
 * template tells of its series.
 */
export async function openCampaign(
  transaction: Transaction,
  settings: AlertSettings | null,
  { issue, seriesId }: { issue: Issue; seriesId: string },
  now: number,
): Promise<{ campaign: Campaign; isNew: boolean } | null> {
  const templateId = settings && templateOf(settings, seriesId)
  const template = templateId === null ? undefined : settings?.templates[templateId]
  if (!settings || templateId === null || !template) return null
  const campaign = newCampaign({
    issueId: issue.id,
    seriesId,
    openedAt: now,
    expiresAt: now + settings.expiryDays * DAY,
    templateId,
    content: messageContent(template.fields, issue, now),
  })
  const { id, ...fields } = campaign
  const stored = await transaction.get('campaigns', id)
  if (stored) return { campaign: fromStored<Campaign>(stored), isNew: false }
  await transaction.set('campaigns', id, fields)
  return { campaign, isNew: true }
}
