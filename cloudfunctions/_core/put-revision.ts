import { isDuplicateKey } from './is-duplicate-key'
import { database } from './wx'

type Revised = { id: string; revision: number } & Record<string, unknown>

/**
 * Writes a document if its stored revision is still the one before (for 1: if it is not stored yet) and no unique
 * index is in the way; answers whether it did. One atomic step, so of two who write at once one is told.
 */
export async function putRevision(collection: string, { id, ...fields }: Revised): Promise<boolean> {
  const documents = database.collection(collection)
  try {
    if (fields.revision === 1) {
      await documents.add({ data: { _id: id, ...fields } })
      return true
    }
    // A nested object in an update is merged into the stored one; `set` replaces it.
    const data = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, database.command.set(value)]),
    )
    const before = { _id: id, revision: fields.revision - 1 }
    const { stats } = await documents.where(before).update({ data })
    return stats.updated === 1
  } catch (thrown) {
    if (isDuplicateKey(thrown)) return false
    throw thrown
  }
}
