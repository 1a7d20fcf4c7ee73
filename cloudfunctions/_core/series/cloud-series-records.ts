import type { Issue } from '#shared/newsletter/issue'
import type { SeriesRecord } from '#shared/series/endpoints'
import { fromStored } from '../from-stored'
import { publishedSeries } from '../subscriptions/cloud-series'
import { database } from '../wx'
import { newSeriesRecord } from './new-series-record'

/** No firm has more. */
const MOST = 1_000

/** Every series that has a record or a published issue: one that was published without a record is told by that. */
export async function cloudSeriesRecords(): Promise<SeriesRecord[]> {
  const [stored, published] = await Promise.all([storedRecords(), publishedSeries()])
  const unrecorded = published.filter(({ id }) => stored.every((record) => record.id !== id))
  return [...stored, ...(await Promise.all(unrecorded.map(({ id }) => byLatestIssue(id))))]
}

async function storedRecords(): Promise<SeriesRecord[]> {
  const { data } = await database.collection('series').orderBy('_id', 'asc').limit(MOST).get()
  return data.map(fromStored<SeriesRecord>)
}

/** As the readers' list of its issues is ordered. */
async function byLatestIssue(seriesId: string): Promise<SeriesRecord> {
  const { data } = await database
    .collection('issues')
    .where({ state: 'published', seriesId })
    .orderBy('order', 'desc')
    .limit(1)
    .get()
  return newSeriesRecord(seriesId, data[0]?.issue as Issue)
}
