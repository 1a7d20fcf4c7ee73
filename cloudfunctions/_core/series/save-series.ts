import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/errors'
import { MOST_OTHER_TITLES, type SeriesRecord } from '#shared/series/endpoints'
import { enterAudit } from '../audit/audit'
import { byEditor, type Editor } from '../editors/editor'
import { passFence } from '../pass-fence'
import { inTransaction } from '../transaction'
import { cloudSeriesRecords } from './cloud-series-records'
import { hasTitle, titlesOf } from './resolve-series'

/** Saves what an owner has set of a series. A title that it had until now stays one of its other titles. */
export async function saveSeries(series: SeriesRecord, owner: Editor, now: number): Promise<void> {
  const [name] = titlesOf({ title: series.title, otherTitles: [] })
  if (name === undefined)
    throw new AppError('INVALID_INPUT', 'A series needs a title, in one language at least.')
  const act = randomUUID()
  await inTransaction(async (transaction) => {
    // Titles must not be given twice by two who save at once.
    await passFence(transaction, 'series')
    const records = await cloudSeriesRecords()
    const before = records.find(({ id }) => id === series.id) ?? null
    const after = before ? withFormerTitle(series, before) : series
    refuseTakenTitle(after, records)
    const { id, ...fields } = after
    const isStored = (await transaction.get('series', id)) !== null
    if (isStored && isDeepStrictEqual(before, after)) return
    await transaction.set('series', id, fields)
    await enterAudit(transaction, {
      id: `save-series-${act}`,
      at: now,
      ...byEditor(owner),
      act: 'save-series',
      subject: name,
      before,
      after,
    })
  })
}

function withFormerTitle(series: SeriesRecord, { title }: SeriesRecord): SeriesRecord {
  if (titlesOf({ title, otherTitles: [] }).every((half) => hasTitle(series, half))) return series
  const otherTitles = [...series.otherTitles, title]
  if (otherTitles.length > MOST_OTHER_TITLES)
    throw new AppError('INVALID_INPUT', `A series has at most ${MOST_OTHER_TITLES} other titles: remove one.`)
  return { ...series, otherTitles }
}

function refuseTakenTitle(series: SeriesRecord, records: readonly SeriesRecord[]): void {
  for (const other of records) {
    if (other.id === series.id) continue
    const taken = titlesOf(series).find((half) => hasTitle(other, half))
    if (taken === undefined) continue
    const holder = other.title.zh ?? other.title.en
    throw new AppError('CONFLICT', `“${taken}” already names the series ${holder}: take it away there first.`)
  }
}
