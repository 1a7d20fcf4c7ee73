import { dateInWords } from '#reader/date-in-words'
import type { Reader } from '#reader/use-reader'
import type { Target } from '#shared/codes/target'
import type { IssueSummary } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { codesWordsIn } from '../words-codes'
import type { PossibleTargets } from './possible-targets'

/** What codes lead to, as far as it can be seen. */
export type LedTo = Pick<PossibleTargets, 'series' | 'issues'>

/** Where a code leads; null where that can no longer be seen. */
export function targetInWords(target: Target, { series, issues }: LedTo, reader: Reader): string | null {
  if (target.kind === 'home') return codesWordsIn(reader.language).home
  if (target.kind === 'series') {
    const found = series.find(({ id }) => id === target.seriesId)
    return found ? firstText(found.title, reader.language) : null
  }
  const issue = issues.find(({ id }) => id === target.issueId)
  return issue ? issueInWords(issue, reader) : null
}

export function issueInWords(issue: IssueSummary, { language, words }: Reader): string {
  const { title, number } = issue.series
  const which = number === null ? dateInWords(issue, words) : words.number(number)
  return `${firstText(title, language)} ${which}`
}
