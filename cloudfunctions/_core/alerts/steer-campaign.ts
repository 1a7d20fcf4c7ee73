import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import type { AlertSettings } from './alert-settings'
import type { AlertStore, CampaignChange } from './alert-store'
import type { Campaign, CampaignState } from './campaign'
import { findCampaign } from './campaign-overview'
import { messageContent } from './message-content'

export type SteeringPorts = {
  campaigns: AlertStore['campaigns']
  settings(): Promise<AlertSettings | null>
  issue(id: string): Promise<Issue | null>
}

/** Runs look every two seconds: it has effect within ten. */
export function pauseCampaign({ campaigns }: SteeringPorts, id: string, reason: string): Promise<Campaign> {
  return change(campaigns, id, ['sending'], { state: 'paused', reason })
}

/** Goes on where it was paused. What was to be mended is: its words are made anew from the settings as they are now. */
export async function resumeCampaign(
  { campaigns, settings, issue }: SteeringPorts,
  id: string,
): Promise<Campaign> {
  const campaign = await findCampaign(campaigns, id)
  const [saved, text] = await Promise.all([settings(), issue(campaign.issueId)])
  const template = saved?.templates[campaign.templateId]
  if (!template)
    throw new AppError(
      'CONFLICT',
      `The template ${campaign.templateId} of this campaign is no longer in the alert settings: add it again, or cancel the campaign.`,
    )
  const content = text ? messageContent(template.fields, text, campaign.openedAt) : campaign.content
  return change(campaigns, id, ['paused'], { state: 'sending', reason: '', restUntil: 0, content })
}

/** What is left is skipped by the next run, which then closes it. */
export function cancelCampaign({ campaigns }: SteeringPorts, id: string, reason: string): Promise<Campaign> {
  return change(campaigns, id, ['sending', 'paused'], { state: 'cancelled', reason })
}

async function change(
  campaigns: AlertStore['campaigns'],
  id: string,
  from: readonly CampaignState[],
  fields: CampaignChange,
): Promise<Campaign> {
  const before = await findCampaign(campaigns, id)
  if (before.state === fields.state) return before
  if (await campaigns.change(id, from, fields)) return { ...before, ...fields }
  const { state } = await findCampaign(campaigns, id)
  throw new AppError('CONFLICT', `The campaign ${id} is ${state}: this cannot be done with it any more.`)
}
