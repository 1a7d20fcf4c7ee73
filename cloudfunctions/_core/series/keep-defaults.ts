import type { Issue } from '#shared/newsletter/issue'
import type { Transaction } from '../transaction'
import { newSeriesRecord } from './new-series-record'

/** A series is known from its first publication on; what an owner has set since is not touched. */
export async function keepDefaults(transaction: Transaction, seriesId: string, issue: Issue): Promise<void> {
  if (await transaction.get('series', seriesId)) return
  const { id, ...fields } = newSeriesRecord(seriesId, issue)
  await transaction.set('series', id, fields)
}
