import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'

/** Documents a subject: many phones count at once, and each write holds its document for a moment. */
export const SHARDS = 10

const { command } = database

/**
 * Adds one to each of these counts of a subject, in one of its documents. `subject` is the field that names it, by which
 * its documents are found.
 */
export async function addOne(
  collection: 'reads' | 'arrivals',
  subject: Record<string, string>,
  counts: readonly string[],
): Promise<void> {
  const [name] = Object.values(subject)
  const _id = `${name}:${Math.floor(Math.random() * SHARDS)}`
  const data = Object.fromEntries(counts.map((count) => [count, command.inc(1)]))
  const increase = () => database.collection(collection).where({ _id }).update({ data })
  if ((await increase()).stats.updated > 0) return
  try {
    await database.collection(collection).add({ data: { _id, ...subject } })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
  }
  await increase()
}
