import type { AskOutcome } from './ask-outcome'
import type { Standing } from './standing'
import type { Words } from './words'

/** What came of the last tap where that is to be said, else where the reader stands. */
export function alertSentence(
  { isFollowed, credits, isShared }: Standing,
  outcome: AskOutcome | null,
  words: Words,
): string {
  if (outcome !== null && outcome !== 'accepted') return words.askOutcomes[outcome]
  return isFollowed ? words.toldOfNext(credits, isShared) : words.alertMe
}
