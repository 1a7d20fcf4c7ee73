import { isDeepStrictEqual } from 'node:util'
import { fromStored } from '../from-stored'
import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import type { AlertStore } from './alert-store'
import type { Campaign } from './campaign'

const campaigns = () => database.collection('campaigns')

export const cloudCampaigns: AlertStore['campaigns'] = {
  async add({ id, ...fields }) {
    try {
      await campaigns().add({ data: { _id: id, ...fields } })
      return true
    } catch (thrown) {
      if (isDuplicateKey(thrown)) return false
      throw thrown
    }
  },

  async find(id) {
    const { data } = await campaigns().doc(id).get()
    return data ? fromStored<Campaign>(data) : null
  },

  async lately(ids, moment) {
    const { data } = await campaigns()
      .where({ _id: database.command.in(ids) })
      .limit(1000)
      .field({ finishedAt: true })
      .get()
    const isLate = ({ finishedAt }: Record<string, unknown>) =>
      typeof finishedAt !== 'number' || finishedAt > moment
    return new Set(data.filter(isLate).map(({ _id }) => String(_id)))
  },

  async toCheck(now) {
    const { data } = await campaigns()
      .where({ checkAt: database.command.lte(now) })
      .limit(10)
      .get()
    return data.map(fromStored<Campaign>)
  },

  async open() {
    const { data } = await campaigns().where({ open: true }).orderBy('openedAt', 'asc').limit(100).get()
    return data.map(fromStored<Campaign>)
  },

  async change(id, from, fields) {
    const before = { _id: id, state: database.command.in(from) }
    // A nested object in an update is merged into the stored one; `set` replaces it.
    const data = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, database.command.set(value)]),
    )
    const { stats } = await campaigns().where(before).update({ data })
    if (stats.updated === 1) return true
    const stored = await cloudCampaigns.find(id)
    return (
      stored !== null &&
      Object.entries(fields).every(([name, value]) => isDeepStrictEqual(stored[name as never], value))
    )
  },
}
