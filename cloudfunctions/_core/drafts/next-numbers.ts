import { seriesIdOf } from '../series/resolve-series'
import type { DraftPorts } from './draft-ports'

/** Among so many of the latest drafts and issues the highest number is. */
const LOOKED_AT = 50

/**
 * The numbers that come next: the running one over all series, and the series' own. Null where none was ever given.
 * A number of the draft itself does not count.
 */
export async function nextNumbers(
  { drafts, published, series }: Pick<DraftPorts, 'drafts' | 'published' | 'series'>,
  seriesId: string,
  draftId: string,
): Promise<{ number: number | null; seriesNumber: number | null }> {
  const [records, listed, rows] = await Promise.all([
    series(),
    drafts.page(null, LOOKED_AT),
    published.page({ seriesId: undefined, before: undefined, limit: LOOKED_AT }),
  ])
  const ofSeries = await published.page({ seriesId, before: undefined, limit: LOOKED_AT })
  const others = listed.filter(({ id }) => id !== draftId).map(({ issue }) => issue)
  const siblings = others.filter((issue) => seriesIdOf(issue.series.title, records) === seriesId)
  const wished = records.find(({ id }) => id === seriesId)?.nextNumber ?? null
  const given = [
    ...siblings.map((issue) => issue.series.number),
    ...ofSeries.map(({ summary }) => summary.series.number),
  ]
  return {
    number: after([...others.map(({ number }) => number), ...rows.map(({ summary }) => summary.number)]),
    seriesNumber: wished !== null && !given.includes(wished) ? wished : after(given),
  }
}

function after(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === 0 ? null : Math.max(...known) + 1
}
