import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'
import type { LedgerEntry } from './reader'
import type { ConsentLedger } from './reader-store'

const ledger = () => database.collection('consentLedger')

export const cloudConsentLedger: ConsentLedger = {
  async add(entries) {
    await Promise.all(entries.map(addEntry))
  },

  async of(key, limit) {
    const { data } = await ledger().where({ key }).orderBy('at', 'desc').limit(limit).get()
    return data.map(({ _id, ...fields }) => ({ id: _id, ...fields }) as LedgerEntry)
  },

  async remove(key) {
    // A removal of many may have been cut off.
    while ((await ledger().where({ key }).remove()).stats.removed > 0);
  },
}

async function addEntry({ id, ...fields }: LedgerEntry): Promise<void> {
  try {
    await ledger().add({ data: { _id: id, ...fields } })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
  }
}
