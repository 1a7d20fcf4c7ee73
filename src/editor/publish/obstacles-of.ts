import type { Draft } from '#shared/drafts/draft'
import { readyToPublish } from '#shared/drafts/ready-to-publish'
import type { Language } from '#shared/newsletter/bilingual'
import { addresses } from '../addresses'
import type { DraftInHand } from '../use-draft'
import { publishWordsIn } from '../words-publish'

export type Obstacle = {
  sentence: string
  /** Where it is mended. */
  address: string
  /** That is another draft. */
  isOther: boolean
}

type InHand = Pick<DraftInHand, 'saving' | 'sameNumberAs'> & { draft: Draft }

/** What stands against publishing a draft as it is in hand. */
export function obstaclesOf({ draft, saving, sameNumberAs }: InHand, language: Language): Obstacle[] {
  const words = publishWordsIn(language)
  const own = (sentence: string, address = addresses.draft(draft.id)) => ({
    sentence,
    address,
    isOther: false,
  })
  const ready = readyToPublish(draft.issue)
  const problems = 'problems' in ready ? ready.problems : []
  return [
    // What is on its way to the cloud is waited for when it is published.
    ...(saving === 'saved' || saving === 'saving' ? [] : [own(words.unsaved[saving])]),
    ...(sameNumberAs === null
      ? []
      : [{ sentence: words.sameNumber, address: addresses.draft(sameNumberAs), isOther: true }]),
    ...problems.map(({ code, item }) =>
      own(words.problems[code], item === null ? addresses.draft(draft.id) : addresses.item(draft.id, item)),
    ),
  ]
}
