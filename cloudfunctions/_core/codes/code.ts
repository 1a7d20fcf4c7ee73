import type { Code } from '#shared/codes/endpoints'
import { AppError } from '#shared/errors'
import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import { database, type Fields } from '../wx'

/** A code as it is stored: its token is what is printed, all else is what that means at this moment. */
export type StoredCode = Pick<Code, 'target' | 'isPoster' | 'channel' | 'state' | 'revision'> & {
  /** The token. */
  id: string
  /** Sorts by the time of its making: ms since 1970 in 16 digits, and the token. */
  order: string
  /** Its picture in the storage. */
  fileId: string
}

/** A code that was just made. */
export function newCode(
  made: Pick<StoredCode, 'id' | 'fileId' | 'target' | 'isPoster' | 'channel'>,
  now: number,
): StoredCode {
  const order = `${String(now).padStart(16, '0')}:${made.id}`
  return { ...made, order, state: 'active', revision: 1 }
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

export function noSuchCode(): AppError {
  return new AppError('NOT_FOUND', 'There is no such code.')
}
