import type { Reader } from '#reader/use-reader'
import type { Draft } from '#shared/drafts/draft'
import { firstText } from '#shared/newsletter/shown-text'
import { momentInWords } from '../beijing-time'
import { publishWordsIn } from '../words-publish'
import { publicationKind } from './publication-kind'
import type { Plan } from './use-publishing'

type Will = {
  draft: Draft
  plan: Plan
  /** How many ask for alerts of the series; null while that is not known. */
  followers: number | null
  /** Whether alerts can be sent at all. */
  isOffered: boolean
  reader: Reader
}

/** What publishing does, in sentences. */
export function willHappen({ draft, plan, followers, isOffered, reader }: Will): string[] {
  const words = publishWordsIn(reader.language)
  const { title, number } = draft.issue.series
  const series = firstText(title, reader.language)
  const issue =
    series === '' ? words.thisIssue : words.issue(series, number === null ? '' : reader.words.number(number))
  const moment = plan.at === null ? null : momentInWords(plan.at, reader.words)
  const kind = publicationKind(draft)
  if (kind !== 'publish')
    return [
      kind === 'again' ? words.willShowAgain(issue, moment) : words.willCorrect(issue, moment),
      plan.note === null ? words.willNotNote : words.willNote,
      words.willTellNobodyAgain,
    ]
  const isTold = plan.withAlerts && isOffered
  const told = followers === 0 ? words.willTellNoneYet : words.willTell(followers)
  return [words.willShow(issue, moment), isTold ? told : words.willTellNobody]
}
