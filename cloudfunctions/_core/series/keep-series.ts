import type { Issue } from '#shared/newsletter/issue'
import type { Transaction } from '../transaction'
import { newSeriesRecord } from './new-series-record'

/**
 * A series is known from its first publication on. What an owner has set since is not touched, but for the number that
 * was wished for the next issue: once an issue has it, it would be proposed again some day.
 */
export async function keepSeries(transaction: Transaction, seriesId: string, issue: Issue): Promise<void> {
  const stored = await transaction.get('series', seriesId)
  if (!stored) {
    const { id, ...fields } = newSeriesRecord(seriesId, issue)
    await transaction.set('series', id, fields)
  } else if (issue.series.number !== null && stored.nextNumber === issue.series.number) {
    const { _id, ...fields } = stored
    await transaction.set('series', seriesId, { ...fields, nextNumber: null })
  }
}
