import { findItem } from '#shared/drafts/change-item'
import type { DraftProblem } from '#shared/drafts/draft'
import type { DraftIssue, DraftItem } from '#shared/drafts/draft-issue'
import type { BilingualText } from '#shared/newsletter/bilingual'

/** What is left to be looked at: not what was seen to be mended since, nor what was said of an item that is gone. */
export function openProblems(problems: readonly DraftProblem[], issue: DraftIssue): DraftProblem[] {
  return problems.filter(({ code, item: key }) => {
    if (key === null) return !isMendedIssue(code, issue)
    const spot = findItem(issue, key)
    return spot !== null && !isMendedItem(code, spot.item)
  })
}

function isMendedItem(code: string, { title, body, source }: DraftItem): boolean {
  switch (code) {
    case 'missing-zh':
      return title.zh !== null && body.zh !== null
    case 'missing-en':
      return title.en !== null && body.en !== null
    case 'missing-title':
      return isWhole(title)
    case 'missing-body':
      return isWhole(body)
    case 'missing-source':
    case 'source-without-address':
      return isWhole(source)
    default:
      return false
  }
}

function isMendedIssue(
  code: string,
  { month, number, publication, series, disclaimer }: DraftIssue,
): boolean {
  switch (code) {
    case 'missing-month':
      return month !== null
    case 'missing-number':
      return number !== null || series.number !== null
    case 'missing-publication':
      return isWhole(publication)
    case 'missing-series':
      return isWhole(series.title)
    case 'missing-disclaimer':
      return isWhole(disclaimer)
    default:
      return false
  }
}

function isWhole({ zh, en }: Record<keyof BilingualText, unknown>): boolean {
  return zh !== null && en !== null
}
