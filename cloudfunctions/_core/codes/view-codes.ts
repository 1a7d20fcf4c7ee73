import type { Code } from '#shared/codes/endpoints'
import { SHARDS } from '../statistics/sharded-count'
import { database } from '../wx'
import type { StoredCode } from './code'

/** As editors see a page of codes, at most 20, each with how many phones came by it. */
export async function viewCodes(codes: readonly StoredCode[]): Promise<Code[]> {
  const readers = await readersBy(codes.map(({ id }) => id))
  return codes.map((code) => view(code, readers.get(code.id)))
}

export async function viewCode(code: StoredCode): Promise<Code> {
  return view(code, (await readersBy([code.id])).get(code.id))
}

function view({ id, order, target, isPoster, channel, state, revision }: StoredCode, readers = 0): Code {
  const createdAt = new Date(Number(order.slice(0, order.indexOf(':')))).toISOString()
  return { token: id, target, isPoster, channel, state, createdAt, revision, readers }
}

async function readersBy(tokens: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  const { data } = await database
    .collection('arrivals')
    .where({ token: database.command.in(tokens) })
    .limit(Math.max(1, tokens.length) * SHARDS)
    .get()
  for (const { token, readers = 0 } of data as { token: string; readers?: number }[])
    sums.set(token, (sums.get(token) ?? 0) + readers)
  return sums
}
