import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'
import { anSdkDatabase, type SdkCollection, type SdkDatabase } from './sdk-database'
import { aCollection, anIndex } from './temporary-store'

export type TransactionsCloud = {
  cloud: LocalCloud
  db: SdkDatabase
  /** Two collections: `c`, in which `n` is unique, with the documents `a` and `b`, and `other`, which is empty. */
  fill(): Promise<void>
  c(): SdkCollection
  /** All documents of `c`, by their ids. */
  stored(): Promise<Record<string, unknown>[]>
}

/** A local cloud in which transactions meet. */
export async function startTransactionsCloud(): Promise<TransactionsCloud> {
  const cloud = await startTestCloud({
    collections: {
      c: aCollection(
        anIndex('n', [['n', 1]], true),
        anIndex('g', [['g', 1]]),
        anIndex('pq', [
          ['p', 1],
          ['q', 1],
        ]),
      ),
      other: aCollection(),
    },
  })
  const db = anSdkDatabase(cloud)
  const c = () => db.collection('c')
  return {
    cloud,
    db,
    async fill() {
      for (const name of ['c', 'other'])
        await db
          .collection(name)
          .where({ _id: db.command.exists(true) })
          .remove()
      await c().add({
        data: [
          { _id: 'a', n: 1, g: 'x' },
          { _id: 'b', n: 2, g: 'x' },
        ],
      })
    },
    c,
    stored: async () => (await c().orderBy('_id', 'asc').get()).data,
  }
}

/** A document of `c`, as the database or a transaction sees it. */
export const one = async (from: Pick<SdkDatabase, 'collection'>, id: string) =>
  (await from.collection('c').doc(id).get()).data

/** What a transaction's operation gets that meets another's change. */
export const conflict = expect.objectContaining({ errMsg: expect.stringContaining('Transaction conflict') })

/** What a transaction gets that has ended. */
export const unknown = { code: 'DATABASE_TRANSACTION_FAIL' }
