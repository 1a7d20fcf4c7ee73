import type { Reader } from '#reader/use-reader'
import type { Draft } from '#shared/drafts/draft'
import { issueTitle } from '../../pages/issue/issue-title'
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
  const name = issueTitle(draft.issue, reader.language).trim() || words.thisIssue
  const issue = reader.language === 'zh' && name !== words.thisIssue ? `《${name}》` : name
  const moment = plan.at === null ? null : momentInWords(plan.at, reader.words)
  if (publicationKind(draft) === 'correct')
    return [
      words.willCorrect(issue, moment),
      plan.note === null ? words.willNotNote : words.willNote,
      words.willTellNobodyAgain,
    ]
  const isTold = plan.withAlerts && isOffered
  return [words.willShow(issue, moment), isTold ? words.willTell(followers) : words.willTellNobody]
}
