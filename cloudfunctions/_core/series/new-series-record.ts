import type { Issue } from '#shared/newsletter/issue'
import type { SeriesRecord } from '#shared/series/endpoints'

/** What is known of a series by one issue of it. */
export function newSeriesRecord(
  id: string,
  {
    series,
    publication,
    disclaimer,
    contact,
  }: Pick<Issue, 'series' | 'publication' | 'disclaimer' | 'contact'>,
): SeriesRecord {
  return {
    id,
    title: series.title,
    otherTitles: [],
    defaults: { publication, disclaimer, contact },
    nextNumber: null,
  }
}
