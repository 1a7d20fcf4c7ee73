import type { Draft } from '#core/issues/draft'
import type { CampaignOverview, CampaignSummary } from '#shared/alerts/campaign-endpoints'
import type { Issue } from '#shared/newsletter/issue'
import { cloudTime } from './cloud-time'
import { connectSdk } from './connect-sdk'

/** What became of the wish to tell readers: there may be a campaign of the issue already, or no template for its series. */
export type OpenedAlerts = { id: string; isNew: boolean } | { trouble: string }

/** What an editor does, carried out in a running local cloud by the same code that the cloud functions run. */
export type Desk = {
  importDraft(issue: Issue): Promise<Draft>
  findDraft(id: string): Promise<Draft | null>
  publish(issue: Issue): Promise<void>
  /** Its campaign, if there is one under way, ends with it. */
  withdraw(id: string): Promise<void>
  /** Whether readers may have seen it, also where it was withdrawn since. */
  wasPublished(id: string): Promise<boolean>
  /** Has everyone who asked told of an issue that has been published. */
  openAlerts(issue: Issue): Promise<OpenedAlerts>
  /** The latest first. */
  campaigns(): Promise<CampaignSummary[]>
  /** A campaign is named by its own id or, here and below, its issue's. */
  campaign(id: string): Promise<CampaignOverview>
  pause(id: string): Promise<void>
  resume(id: string): Promise<void>
  cancel(id: string): Promise<void>
  /** Answers how many rows of a campaign are sent once more. */
  sendAgain(id: string): Promise<number>
  /** Whether any were saved, usable or not. */
  hasAlertSettings(): Promise<boolean>
  /** Throws an AppError where they cannot be used. */
  saveAlertSettings(settings: unknown): Promise<void>
  /** Why alerts are not offered; null where they are. */
  alertTrouble(): Promise<string | null>
}

export async function openDesk(adminUrl: string): Promise<Desk> {
  connectSdk(adminUrl)
  const { cloudDrafts } = await import('#core/issues/cloud-drafts')
  const { cloudPublishedIssues } = await import('#core/issues/cloud-published-issues')
  const { importDraft } = await import('#core/issues/import-draft')
  const { publishIssue, withdrawIssue } = await import('#core/issues/publish-issue')
  const { cloudSteeringPorts: ports } = await import('#core/alerts/cloud-steering-ports')
  const { openCampaign } = await import('#core/alerts/open-campaign')
  const { campaignOverview, summarize } = await import('#core/alerts/campaign-overview')
  const { sendFailedAgain } = await import('#core/alerts/send-failed-again')
  const { cancelCampaign, cancelForWithdrawn, pauseCampaign, resumeCampaign } = await import(
    '#core/alerts/steer-campaign'
  )
  const { saveAlertSettings } = await import('#core/alerts/save-alert-settings')
  const { readStoredSettings, settingsTrouble, storeAlertSettings } = await import(
    '#core/alerts/cloud-alert-settings'
  )
  const now = () => cloudTime(adminUrl)
  async function campaignId(id: string): Promise<string> {
    const published = id.includes(':') ? null : await cloudPublishedIssues.find(id)
    return published ? `${id}:${published.seriesId}` : id
  }
  return {
    importDraft: (issue) => importDraft(cloudDrafts, issue),
    findDraft: (id) => cloudDrafts.find(id),
    publish: async (issue) => void (await publishIssue(cloudPublishedIssues, issue)),
    async withdraw(id) {
      const { seriesId } = await withdrawIssue(cloudPublishedIssues, id)
      await cancelForWithdrawn(ports, `${id}:${seriesId}`)
    },
    wasPublished: async (id) => (await cloudPublishedIssues.find(id)) !== null,
    async openAlerts(issue) {
      const opened = await openCampaign(ports.store, await ports.settings(), issue, await now())
      if (opened) return { id: opened.campaign.id, isNew: opened.isNew }
      return { trouble: (await settingsTrouble()) ?? 'The alert settings name no template for this series.' }
    },
    async campaigns() {
      const [settings, at] = [await ports.settings(), await now()]
      return (await ports.reports.latest(50)).map((campaign) => summarize(campaign, settings, at))
    },
    campaign: async (id) => campaignOverview(ports, await campaignId(id), await now()),
    pause: async (id) =>
      void (await pauseCampaign(ports, await campaignId(id), 'Paused at the command line.')),
    resume: async (id) => void (await resumeCampaign(ports, await campaignId(id))),
    cancel: async (id) =>
      void (await cancelCampaign(ports, await campaignId(id), 'Cancelled at the command line.')),
    sendAgain: async (id) => (await sendFailedAgain(ports, await campaignId(id), await now())).rows,
    hasAlertSettings: async () => (await readStoredSettings()) !== null,
    saveAlertSettings: async (settings) => void (await saveAlertSettings(storeAlertSettings, settings)),
    alertTrouble: settingsTrouble,
  }
}
