import type { Code } from '#shared/codes/endpoints'
import { fromStored } from '../from-stored'
import { SHARDS } from '../statistics/sharded-count'
import type { Transaction } from '../transaction'
import { database, type Fields } from '../wx'

/** A code as it is stored: its token is what is printed, all else is what that means at this moment. */
export type StoredCode = Omit<Code, 'token' | 'createdAt' | 'readers'> & {
  /** The token. */
  id: string
  /** Sorts by the time of its making: ms since 1970 in 16 digits, and the token. */
  order: string
  /** Its picture in storage. */
  fileId: string
}

/** A code that was just made. */
export function newCode(
  { id, fileId, target, channel }: Pick<StoredCode, 'id' | 'fileId' | 'target' | 'channel'>,
  now: number,
): StoredCode {
  const order = `${String(now).padStart(16, '0')}:${id}`
  return { id, order, fileId, target, channel, state: 'active', revision: 1 }
}

export async function findCode(token: string): Promise<StoredCode | null> {
  return asCode((await database.collection('codes').doc(token).get()).data ?? null)
}

/** The same, in a step with whatever else the transaction holds. */
export async function codeIn(transaction: Transaction, token: string): Promise<StoredCode | null> {
  return asCode(await transaction.get('codes', token))
}

function asCode(stored: Fields | null): StoredCode | null {
  return stored && fromStored<StoredCode>(stored)
}

export async function putCode(transaction: Transaction, { id, ...fields }: StoredCode): Promise<void> {
  await transaction.set('codes', id, fields)
}

/** As editors see them, with how many readers came by each. */
export async function viewCodes(codes: readonly StoredCode[]): Promise<Code[]> {
  const readers = await readersBy(codes.map(({ id }) => id))
  return codes.map(({ id, order, target, channel, state, revision }) => ({
    token: id,
    target,
    channel,
    state,
    createdAt: new Date(Number(order.slice(0, order.indexOf(':')))).toISOString(),
    revision,
    readers: readers.get(id) ?? 0,
  }))
}

/** The most that one request answers. */
const MOST = 1_000

async function readersBy(tokens: readonly string[]): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  const atOnce = MOST / SHARDS
  for (let first = 0; first < tokens.length; first += atOnce) {
    const some = database.command.in(tokens.slice(first, first + atOnce))
    const { data } = await database.collection('arrivals').where({ token: some }).limit(MOST).get()
    for (const { token, readers = 0 } of data as { token: string; readers?: number }[])
      sums.set(token, (sums.get(token) ?? 0) + readers)
  }
  return sums
}
