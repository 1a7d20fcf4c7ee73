import type { DraftIssue } from '#shared/drafts/draft-issue'
import { seriesId } from '#shared/newsletter/issue-id'

type Numbered = Pick<DraftIssue, 'series' | 'month' | 'date'>

/** The same series and number again is the same issue; without a number the date, or the month, tells. */
export function editionOf({ series, month, date }: Numbered): string {
  return `${seriesId(series)}:${series.number ?? date ?? month ?? ''}`
}

/** Of a draft whose own edition is another's: no document is taken for it. */
export function unsettledEdition(id: string): string {
  return `draft:${id}`
}
