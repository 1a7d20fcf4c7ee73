import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { Campaign, CampaignPage, DeliveryState } from './campaign'
import type { CampaignReports, PageSummary } from './campaign-reports'

const { command } = database
const campaigns = () => database.collection('campaigns')
const pages = () => database.collection('campaignPages')

/** The most documents that one answer of the database holds; as pages, half a million readers. */
const MOST = 1000

const OUTCOMES: ReadonlySet<DeliveryState> = new Set(['accepted', 'delivered', 'failed', 'unknown'])

/** Pages read whole at once. */
const WHOLE_PAGES = 50

export const cloudCampaignReports: CampaignReports = {
  async latest(limit) {
    const { data } = await campaigns().orderBy('openedAt', 'desc').limit(limit).get()
    return data.map(fromStored<Campaign>)
  },

  async pages(campaignId) {
    const { data } = await pages()
      .where({ campaignId })
      .limit(MOST)
      .field({ counts: true, writtenAt: true })
      .get()
    return data as PageSummary[]
  },

  async sentSince(campaignId, since) {
    const { data } = await pages()
      .where({ campaignId, writtenAt: command.gte(since) })
      .limit(MOST)
      .field({ 'rows.state': true, 'rows.at': true })
      .get()
    return (data as Pick<CampaignPage, 'rows'>[])
      .flatMap(({ rows }) => rows)
      .filter(({ state }) => OUTCOMES.has(state))
      .flatMap(({ at }) => (at !== undefined && at >= since ? [at] : []))
  },

  async troubles(campaignId, limit) {
    const found = await Promise.all([withSome(campaignId, 'failed'), withSome(campaignId, 'unknown')])
    const byId = new Map(found.flat().map((page) => [page.id, page]))
    return [...byId.values()]
      .flatMap(({ rows }) => rows)
      .filter(({ state }) => state === 'failed' || state === 'unknown')
      .slice(0, limit)
  },

  failedPages: (campaignId) => withSome(campaignId, 'failed', MOST),

  async withCredit(keys, templateId) {
    const { data } = await database
      .collection('readers')
      .where({ _id: command.in(keys), [`templates.${templateId}.credits`]: command.gt(0) })
      .limit(MOST)
      .field({ _id: true })
      .get()
    return new Set(data.map(({ _id }) => String(_id)))
  },
}

async function withSome(
  campaignId: string,
  state: 'failed' | 'unknown',
  limit = WHOLE_PAGES,
): Promise<CampaignPage[]> {
  const { data } = await pages()
    .where({ campaignId, [`counts.${state}`]: command.gt(0) })
    .limit(limit)
    .get()
  return data.map(fromStored<CampaignPage>)
}
