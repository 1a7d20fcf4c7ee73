import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import { createReader } from './create-reader'
import { noCredits } from './no-credits'
import type { Credits, Reader } from './reader'
import type { ReaderStore } from './reader-store'

const { command } = database
const readers = () => database.collection('readers')

export const cloudReaders: ReaderStore = {
  async find(openid) {
    const { data } = await readers().where({ openid }).limit(1).get()
    return data[0] ? fromStored(data[0]) : null
  },

  async add({ key, ...fields }) {
    try {
      await readers().add({ data: { _id: key, ...fields } })
      return true
    } catch (thrown) {
      if (isDuplicateKey(thrown)) return false
      throw thrown
    }
  },

  async put({ key, ...fields }) {
    // A nested object in an update is merged into the stored one; `set` replaces it.
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, command.set(value)]))
    const { stats } = await readers()
      .where({ _id: key, version: fields.version - 1 })
      .update({ data })
    return stats.updated === 1
  },

  async unconfirmed(now, limit) {
    const due = readers()
      .where({ unconfirmedUntil: command.lte(now) })
      .orderBy('unconfirmedUntil', 'asc')
    const { data } = await due.limit(limit).get()
    return data.map(fromStored)
  },

  async erased(from, to, limit) {
    const { data } = await readers()
      .where({ erasedAt: command.gte(from).and(command.lt(to)) })
      .limit(limit)
      .get()
    return data.map(fromStored)
  },

  async remove(key) {
    await readers().where({ _id: key }).remove()
  },
}

/** A document that an earlier version wrote, or a campaign's update, may lack fields. */
function fromStored({ _id, ...fields }: Record<string, unknown>): Reader {
  const stored = fields as Partial<Reader>
  const templates = Object.entries(stored.templates ?? {}).map(([id, row]): [string, Credits] => [
    id,
    { ...noCredits(), ...row },
  ])
  return {
    ...createReader('', 'zh'),
    ...stored,
    templates: Object.fromEntries(templates),
    key: String(_id),
  }
}
