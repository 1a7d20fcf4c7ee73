import { fromStored } from '../from-stored'
import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import type { AlertStore } from './alert-store'
import type { CampaignPage } from './campaign'

const { command } = database
const pages = () => database.collection('campaignPages')

export const cloudCampaignPages: AlertStore['pages'] = {
  async add({ id, ...fields }) {
    try {
      await pages().add({ data: { _id: id, ...fields } })
      return true
    } catch (thrown) {
      if (isDuplicateKey(thrown)) return false
      throw thrown
    }
  },

  async find(id) {
    const { data } = await pages().doc(id).get()
    return data ? fromStored<CampaignPage>(data) : null
  },

  async due(campaignId, now, except) {
    const condition = {
      campaignId,
      open: true,
      nextAt: command.lte(now),
      ...(except.length > 0 ? { _id: command.nin(except) } : {}),
    }
    const { data } = await pages().where(condition).orderBy('nextAt', 'asc').limit(1).get()
    return data[0] ? fromStored<CampaignPage>(data[0]) : null
  },

  async next(campaignId, after) {
    const { data } = await pages()
      .where({ campaignId, lastKey: command.gt(after) })
      .orderBy('lastKey', 'asc')
      .limit(1)
      .get()
    return data[0] ? fromStored<CampaignPage>(data[0]) : null
  },

  async nextDue(campaignId) {
    const first = pages().where({ campaignId, open: true }).orderBy('nextAt', 'asc').limit(1)
    const { data } = await first.field({ nextAt: true }).get()
    return data[0] ? Number(data[0].nextAt) : null
  },

  async write(id, fence, next, { rows = new Map(), counts = {}, ...fields }) {
    const data: Record<string, unknown> = { ...next, ...fields }
    // An object in an update is merged into the stored one.
    for (const [position, row] of rows) data[`rows.${position}`] = row
    for (const [state, more] of Object.entries(counts))
      if (more !== 0) data[`counts.${state}`] = command.inc(more)
    const { stats } = await pages()
      .where({ _id: id, ...fence })
      .update({ data })
    return stats.updated === 1
  },

  async replaceRow(id, position, before, after) {
    const condition = Object.fromEntries(
      Object.entries(before).map(([field, value]) => [`rows.${position}.${field}`, value]),
    )
    const data = {
      [`rows.${position}`]: after,
      ...(before.state === after.state
        ? {}
        : { [`counts.${before.state}`]: command.inc(-1), [`counts.${after.state}`]: command.inc(1) }),
    }
    const { stats } = await pages()
      .where({ _id: id, ...condition })
      .update({ data })
    return stats.updated === 1
  },

  async ofReader(campaignId, key) {
    const { data } = await pages()
      .where({ campaignId, lastKey: command.gte(key) })
      .orderBy('lastKey', 'asc')
      .limit(1)
      .get()
    const page = data[0] ? fromStored<CampaignPage>(data[0]) : null
    return page?.rows.some((row) => row.key === key) ? page : null
  },
}
