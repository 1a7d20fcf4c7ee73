import Taro from '@tarojs/taro'
import { useState } from 'react'
import { DOT } from '#reader/dot'
import { findItem } from '#shared/drafts/change-item'
import type { DraftProblem } from '#shared/drafts/draft'
import { firstText } from '#shared/newsletter/shown-text'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import type { DraftPart } from '../draft-on-page'
import { openProblems } from '../open-problems'
import { placeInWords, problemInWords } from '../problem-in-words'

/** Shown at first: more would hide the items below. */
const FEW = 5

/** What the importer was unsure of, in the document's order; a tap leads to the item. */
export function Problems({ inHand: { draft }, words, reader: { language } }: DraftPart) {
  const [isWhole, setWhole] = useState(false)
  const problems = openProblems(draft.problems, draft.issue)
  if (problems.length === 0) return null
  const shown = isWhole ? problems : problems.slice(0, FEW)

  const titleOf = (key: string | null) => {
    const spot = key === null ? null : findItem(draft.issue, key)
    return spot ? firstText(spot.item.title, language) || words.untitled : null
  }
  const noteOf = ({ place, item }: DraftProblem) =>
    [placeInWords(place, language), titleOf(item)].filter((part) => part !== null).join(DOT)
  return (
    <Part title={`${words.problems}${DOT}${problems.length}`} hint={words.problemsHint}>
      {shown.map((problem, index) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name, and keep their order.
          key={index}
          name={problemInWords(problem, language)}
          note={noteOf(problem)}
          {...(problem.item !== null && {
            onTap: () => Taro.navigateTo({ url: addresses.item(draft.id, problem.item ?? '') }),
          })}
        />
      ))}
      {shown.length < problems.length && (
        <Action name={words.moreProblems(problems.length - FEW)} onTap={() => setWhole(true)} />
      )}
    </Part>
  )
}
