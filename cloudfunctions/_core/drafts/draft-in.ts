import { AppError } from '#shared/errors'
import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import type { Draft } from './draft'

/** The draft as this transaction finds it. */
export async function draftIn(transaction: Transaction, id: string): Promise<Draft> {
  const stored = await transaction.get('drafts', id)
  if (!stored) throw new AppError('NOT_FOUND', `There is no draft ${id}.`)
  return fromStored<Draft>(stored)
}

export async function putDraft(transaction: Transaction, { id, ...fields }: Draft): Promise<void> {
  await transaction.set('drafts', id, fields)
}
