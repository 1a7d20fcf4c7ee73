import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import type { AlertStore } from './alert-store'

const ID = 'alerts'

const locks = () => database.collection('locks')

/** The right to send, in one document. */
export const cloudLease: AlertStore['lease'] = {
  async take(run, { now, until, endsAt }) {
    const { stats } = await locks()
      .where({ _id: ID, until: database.command.lt(now) })
      .update({ data: { run, until, endsAt } })
    if (stats.updated === 1) return true
    const held = await cloudLease.read()
    if (held) return held.run === run && held.until >= now
    try {
      await locks().add({ data: { _id: ID, run, until, endsAt } })
      return true
    } catch (thrown) {
      if (isDuplicateKey(thrown)) return false
      throw thrown
    }
  },

  async read() {
    const { data } = await locks().doc(ID).get()
    return data ? (data as { run: string; until: number; endsAt: number }) : null
  },

  async renew(run, until) {
    const { stats } = await locks().where({ _id: ID, run }).update({ data: { until } })
    if (stats.updated === 1) return true
    const held = await cloudLease.read()
    return held?.run === run && held.until === until
  },

  async release(run) {
    await locks()
      .where({ _id: ID, run })
      .update({ data: { until: 0 } })
  },
}
