import { countOne, SHARDS } from '../statistics/count-one'
import { database } from '../wx'

/** Counts one phone that came by a code. Whose it is stands nowhere. */
export function addArrival(token: string): Promise<void> {
  return countOne('arrivals', { token }, ['readers'])
}

/** How many phones came by each of at most 20 codes. */
export async function countArrivals(tokens: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map(tokens.map((token) => [token, 0]))
  if (tokens.length === 0) return counts
  const { data } = await database
    .collection('arrivals')
    .where({ token: database.command.in(tokens) })
    .limit(tokens.length * SHARDS)
    .get()
  for (const { token, readers = 0 } of data as { token: string; readers?: number }[])
    counts.set(token, (counts.get(token) ?? 0) + readers)
  return counts
}
