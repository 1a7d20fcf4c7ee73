import type { AlertSettings } from '#core/alerts/alert-settings'
import type { Campaign, CampaignPage } from '#core/alerts/campaign'
import { newCampaign } from '#core/alerts/new-campaign'
import { createReader } from '#core/readers/create-reader'
import { noCredits } from '#core/readers/no-credits'
import type { Reader } from '#core/readers/reader'
import { build } from '../../tools/build/build'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { someAlertSettings, TEMPLATE } from './alert-settings'
import { startTestCloud } from './local-cloud'
import { anSdkDatabase, type SdkDatabase } from './sdk-database'

/** Documents in one answer of the database. */
const MOST = 1000

export type AlertsCloud = {
  cloud: LocalCloud
  database: SdkDatabase
  /** Readers who follow these series since an hour ago, with so many credits and as many true consents. */
  addReaders(openids: readonly string[], series: readonly string[], credits: number): Promise<Reader[]>
  openCampaign(issueId: string, series: string, change?: Partial<Campaign>): Promise<Campaign>
  campaign(id: string): Promise<Campaign>
  pages(campaignId: string): Promise<CampaignPage[]>
  all<T>(collection: string): Promise<T[]>
  /** Everything of readers and campaigns is gone; WeChat's side stays. */
  clear(): Promise<void>
  /** Has the timer come until no campaign is open. */
  sendAll(): Promise<void>
  close(): Promise<void>
}

/** A local cloud with the functions as built, in which campaigns may be opened; its clock stands where it is put. */
export async function startAlertsCloud(
  change: Partial<AlertSettings> = {},
  options: Partial<LocalCloudOptions> = {},
): Promise<AlertsCloud> {
  await build('functions', { ifStale: true })
  const cloud = await startTestCloud(options)
  const database = anSdkDatabase(cloud)
  await database
    .collection('settings')
    .doc('alerts')
    .set({ data: someAlertSettings(change) })

  async function all<T>(collection: string): Promise<T[]> {
    const found: T[] = []
    for (let after = ''; ; ) {
      const page = database.collection(collection).where({ _id: database.command.gt(after) })
      const { data } = await page.orderBy('_id', 'asc').limit(MOST).get()
      for (const { _id, ...fields } of data) found.push({ id: _id, key: _id, ...fields } as T)
      after = String(data.at(-1)?._id)
      if (data.length < MOST) return found
    }
  }

  async function campaign(id: string): Promise<Campaign> {
    const { data } = await database.collection('campaigns').doc(id).get()
    return { ...data, id } as Campaign
  }

  return {
    cloud,
    database,
    all,
    campaign,
    async addReaders(openids, series, credits) {
      const now = cloud.clock.now()
      const follows = series.map((each) => ({ series: each, since: now - 3_600_000, until: null }))
      const row = { ...noCredits(), credits, lastGrantAt: now - 3_600_000, hadPanel: true }
      const readers = openids.map((openid) => ({
        ...createReader(openid, 'zh'),
        follows,
        templates: { [TEMPLATE]: row },
      }))
      for (let first = 0; first < readers.length; first += 500) {
        const some = readers.slice(first, first + 500)
        await database
          .collection('readers')
          .add({ data: some.map(({ key, ...rest }) => ({ _id: key, ...rest })) })
      }
      if (credits > 0) cloud.wechat.grant(openids, TEMPLATE, credits)
      return readers
    },
    async openCampaign(issueId, series, more = {}) {
      const { id, ...fields } = aCampaign(issueId, series, cloud.clock.now(), more)
      await database.collection('campaigns').add({ data: { _id: id, ...fields } })
      return { id, ...fields }
    },
    async pages(campaignId) {
      return (await all<CampaignPage>('campaignPages')).filter((page) => page.campaignId === campaignId)
    },
    async clear() {
      for (const name of ['readers', 'consentLedger', 'campaigns', 'campaignPages', 'locks'])
        await database
          .collection(name)
          .where({ _id: database.command.gt('') })
          .remove()
    },
    async sendAll() {
      for (let timers = 0; timers < 100; timers += 1) {
        await cloud.timers.fire('alerts')[0]?.rest
        await cloud.wechat.idle()
        const { total } = await database.collection('campaigns').where({ open: true }).count()
        if (total === 0) return
        cloud.clock.jumpTo(cloud.clock.now() + 30_000)
      }
      throw new Error('A campaign does not come to its end.')
    },
    close: () => cloud.close(),
  }
}

export function aCampaign(
  issueId: string,
  seriesId: string,
  now: number,
  change: Partial<Campaign> = {},
): Campaign {
  return {
    ...newCampaign({
      issueId,
      seriesId,
      openedAt: now,
      expiresAt: now + 7 * 86_400_000,
      templateId: TEMPLATE,
      content: {
        zh: { thing1: '周报', thing2: '新的一期', date3: '2026年11月25日' },
        en: { thing1: 'Weekly', thing2: 'A new issue', date3: '2026年11月25日' },
      },
    }),
    ...change,
  }
}
