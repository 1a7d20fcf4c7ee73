import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'

/** Documents a subject: many phones count at once, and each write holds its document for a moment. */
export const SHARDS = 10

/**
 * Counts one in each of these fields, in one of the subject's documents, which bears its name in a field of its own:
 * who reads the counts adds them up. Of whom is counted nothing is kept.
 */
export async function countOne(
  collection: string,
  subject: Record<string, string>,
  fields: readonly string[],
): Promise<void> {
  const documents = database.collection(collection)
  const document = `${Object.values(subject).join(':')}:${Math.floor(Math.random() * SHARDS)}`
  const one = Object.fromEntries(fields.map((field) => [field, database.command.inc(1)]))
  const increase = () => documents.where({ _id: document }).update({ data: one })
  if ((await increase()).stats.updated > 0) return
  try {
    await documents.add({ data: { _id: document, ...subject } })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
  }
  await increase()
}
