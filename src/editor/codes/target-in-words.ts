import { dateInWords } from '#reader/date-in-words'
import type { Reader } from '#reader/use-reader'
import type { Target } from '#shared/codes/target'
import type { IssueSummary } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { codesWordsIn } from '../words-codes'
import type { PossibleTargets } from './possible-targets'

/** Where a code leads; by its number where an issue is so old that it was not listed. */
export function targetInWords(target: Target, { series, issues }: PossibleTargets, reader: Reader): string {
  if (target.kind === 'home') return codesWordsIn(reader.language).home
  if (target.kind === 'series') {
    const found = series.find(({ id }) => id === target.seriesId)
    return found ? firstText(found.title, reader.language) : target.seriesId
  }
  const issue = issues.find(({ id }) => id === target.issueId)
  if (issue) return issueInWords(issue, reader)
  return /^\d+$/u.test(target.issueId) ? reader.words.runningNumber(Number(target.issueId)) : target.issueId
}

export function issueInWords(issue: IssueSummary, { language, words }: Reader): string {
  const { title, number } = issue.series
  const which = number === null ? dateInWords(issue, words) : words.number(number)
  return `${firstText(title, language)} ${which}`
}
