import { AppError } from '#shared/errors'
import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import type { ImportJob } from './import-job'

/** The job as this transaction finds it. */
export async function jobIn(transaction: Transaction, id: string): Promise<ImportJob> {
  const stored = await transaction.get('importJobs', id)
  if (!stored) throw new AppError('NOT_FOUND', 'There is no such import any more.')
  return fromStored<ImportJob>(stored)
}

export async function putJob(transaction: Transaction, { id, ...fields }: ImportJob): Promise<void> {
  await transaction.set('importJobs', id, fields)
}
