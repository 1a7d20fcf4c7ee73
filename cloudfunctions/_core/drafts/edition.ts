import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { SeriesRecord } from '#shared/series/endpoints'
import { seriesIdOf } from '../series/resolve-series'

type Numbered = Pick<DraftIssue, 'series' | 'month' | 'date'>

/**
 * The same series and number again is the same issue, by whatever title of the series; without a number the date, or
 * the month, tells.
 */
export function editionOf({ series, month, date }: Numbered, records: readonly SeriesRecord[]): string {
  return `${seriesIdOf(series.title, records)}:${series.number ?? date ?? month ?? ''}`
}

/** Of a draft whose own edition is another's: no document is taken for it. */
export function unsettledEdition(id: string): string {
  return `draft:${id}`
}
