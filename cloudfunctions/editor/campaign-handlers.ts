import { auditedCampaigns } from '#core/alerts/audited-campaigns'
import { campaignOverview, summarize } from '#core/alerts/campaign-overview'
import { readSettingsNow, settingsTrouble, storeAlertSettings } from '#core/alerts/cloud-alert-settings'
import { cloudSteeringPorts as ports } from '#core/alerts/cloud-steering-ports'
import { saveAlertSettings } from '#core/alerts/save-alert-settings'
import { sendFailedAgain } from '#core/alerts/send-failed-again'
import { sendTestAlert } from '#core/alerts/send-test-alert'
import { cancelCampaign, pauseCampaign, resumeCampaign } from '#core/alerts/steer-campaign'
import { type DeskContext, handleFor } from '#core/editors/serve-desk'
import { reportHealth } from '#core/readers/report-health'
import * as endpoints from '#shared/alerts/campaign-endpoints'

/** What is changed is entered as this act of the caller's. */
const portsFor = (act: string, { editor, now }: DeskContext) => {
  const campaigns = auditedCampaigns(act, editor, now.getTime())
  return { ...ports, campaigns, store: { ...ports.store, campaigns } }
}

const summaryOf = async (campaign: Parameters<typeof summarize>[0], { now }: DeskContext) =>
  summarize(campaign, await ports.settings(), now.getTime())

/** How alerts go, and how readers are told of an issue. */
export const campaignHandlers = [
  handleFor('editor', endpoints.listCampaigns, async (_input, context) => {
    const settings = await ports.settings()
    const campaigns = await ports.reports.latest(50)
    return {
      campaigns: campaigns.map((campaign) => summarize(campaign, settings, context.now.getTime())),
      settingsTrouble: await settingsTrouble(),
      reports: await reportHealth(context.now.getTime()),
    }
  }),
  handleFor('editor', endpoints.getCampaign, ({ id }, { now }) => campaignOverview(ports, id, now.getTime())),
  handleFor('editor', endpoints.pauseCampaign, async ({ id }, context) =>
    summaryOf(await pauseCampaign(portsFor('pause', context), id, 'Paused by an editor.'), context),
  ),
  handleFor('editor', endpoints.resumeCampaign, async ({ id }, context) =>
    summaryOf(await resumeCampaign(portsFor('resume', context), id), context),
  ),
  handleFor('editor', endpoints.cancelCampaign, async ({ id }, context) =>
    summaryOf(await cancelCampaign(portsFor('cancel', context), id, 'Cancelled by an editor.'), context),
  ),
  handleFor('editor', endpoints.sendFailedAgain, async ({ id }, context) => {
    const { campaign, rows } = await sendFailedAgain(
      portsFor('send-again', context),
      id,
      context.now.getTime(),
    )
    return { campaign: await summaryOf(campaign, context), rows }
  }),
  handleFor('editor', endpoints.getAlertSettings, async () => ({
    settings: await readSettingsNow(),
    trouble: await settingsTrouble(),
  })),
  handleFor('owner', endpoints.saveAlertSettings, async ({ settings }, { editor, now }) => {
    await saveAlertSettings((usable) => storeAlertSettings(usable, editor, now.getTime()), settings)
    return {}
  }),
  handleFor('owner', endpoints.sendTestAlert, ({ templateId }, { editor, now }) =>
    sendTestAlert(templateId, editor, now.getTime()),
  ),
]
