import type { Draft } from '#core/drafts/draft'
import type { Import } from '#core/drafts/import-draft'
import type { Editor } from '#core/editors/editor'
import type { CampaignOverview, CampaignSummary } from '#shared/alerts/campaign-endpoints'
import type { Firm } from '#shared/firm/endpoints'
import { cloudTime } from './cloud-time'
import { connectSdk } from './connect-sdk'

/** What became of the wish to tell readers: there may be a campaign of the issue already, or no template for its series. */
export type OpenedAlerts = { id: string; isNew: boolean } | { trouble: string }

/** What an editor does, carried out in a running local cloud by the same code that the cloud functions run. */
export type Desk = {
  importDraft(
    document: Pick<Import, 'issue' | 'problems' | 'places' | 'fileName' | 'draftId'>,
  ): Promise<Draft>
  findDraft(id: string): Promise<Draft | null>
  /** Shows a draft to readers, and has everyone told who asked; null where that is not wished. */
  publish(id: string, withAlerts: boolean): Promise<OpenedAlerts | null>
  /** By its draft. Its campaign, if there is one under way, ends with it. */
  withdraw(id: string): Promise<void>
  /** Whether readers may have seen it, also where it was withdrawn since. */
  wasPublished(id: string): Promise<boolean>
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
  /** Whether any was saved. */
  hasFirm(): Promise<boolean>
  saveFirm(firm: Firm): Promise<void>
  /** Why alerts are not offered; null where they are. */
  alertTrouble(): Promise<string | null>
}

/** Who has this machine may do everything. */
const atTheCommandLine: Editor = { openid: '', role: 'owner', name: 'Command line' }

export async function openDesk(adminUrl: string): Promise<Desk> {
  connectSdk(adminUrl)
  const { cloudDraftPorts } = await import('#core/drafts/cloud-draft-ports')
  const { cloudPublishedIssues } = await import('#core/issues/cloud-published-issues')
  const { importDraft } = await import('#core/drafts/import-draft')
  const { publishDraft } = await import('#core/drafts/publish-draft')
  const { withdrawDraft } = await import('#core/drafts/withdraw-draft')
  const { cloudSteeringPorts: ports } = await import('#core/alerts/cloud-steering-ports')
  const { auditedCampaigns } = await import('#core/alerts/audited-campaigns')
  const { campaignOverview, summarize } = await import('#core/alerts/campaign-overview')
  const { sendFailedAgain } = await import('#core/alerts/send-failed-again')
  const { cancelCampaign, pauseCampaign, resumeCampaign } = await import('#core/alerts/steer-campaign')
  const { saveAlertSettings } = await import('#core/alerts/save-alert-settings')
  const { readStoredSettings, settingsTrouble, storeAlertSettings } = await import(
    '#core/alerts/cloud-alert-settings'
  )
  const { saveFirm, storedFirm } = await import('#core/firm/cloud-firm')
  const now = () => cloudTime(adminUrl)
  /** What is changed is entered as this act. */
  async function portsFor(act: string) {
    const campaigns = auditedCampaigns(act, atTheCommandLine, await now())
    return { ...ports, campaigns, store: { ...ports.store, campaigns } }
  }
  async function campaignId(id: string): Promise<string> {
    const published = id.includes(':') ? null : await cloudPublishedIssues.find(id)
    return published ? `${id}:${published.seriesId}` : id
  }
  return {
    importDraft: async (document) =>
      importDraft(cloudDraftPorts, { ...document, editor: atTheCommandLine, now: await now() }),
    findDraft: (id) => cloudDraftPorts.drafts.find(id),
    async publish(id, withAlerts) {
      const draft = await cloudDraftPorts.drafts.find(id)
      const revision = draft?.revision ?? 1
      const input = { id, revision, at: null, withAlerts, note: null }
      const { campaign, alertTrouble } = await publishDraft(
        cloudDraftPorts,
        input,
        atTheCommandLine,
        await now(),
      )
      return campaign ?? (alertTrouble === null ? null : { trouble: alertTrouble })
    },
    async withdraw(id) {
      await withdrawDraft(cloudDraftPorts, id, atTheCommandLine, await now())
    },
    wasPublished: async (id) => (await cloudPublishedIssues.find(id)) !== null,
    async campaigns() {
      const [settings, at] = [await ports.settings(), await now()]
      return (await ports.reports.latest(50)).map((campaign) => summarize(campaign, settings, at))
    },
    campaign: async (id) => campaignOverview(ports, await campaignId(id), await now()),
    pause: async (id) =>
      void (await pauseCampaign(
        await portsFor('pause'),
        await campaignId(id),
        'Paused at the command line.',
      )),
    resume: async (id) => void (await resumeCampaign(await portsFor('resume'), await campaignId(id))),
    cancel: async (id) =>
      void (await cancelCampaign(
        await portsFor('cancel'),
        await campaignId(id),
        'Cancelled at the command line.',
      )),
    sendAgain: async (id) =>
      (await sendFailedAgain(await portsFor('send-again'), await campaignId(id), await now())).rows,
    hasAlertSettings: async () => (await readStoredSettings()) !== null,
    async saveAlertSettings(settings) {
      const at = await now()
      await saveAlertSettings((usable) => storeAlertSettings(usable, atTheCommandLine, at), settings)
    },
    hasFirm: async () => (await storedFirm()) !== null,
    saveFirm: async (firm) => saveFirm(firm, atTheCommandLine, await now()),
    alertTrouble: settingsTrouble,
  }
}
