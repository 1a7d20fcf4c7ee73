import type { DraftItem } from '#shared/drafts/draft-issue'
import { checkFacts } from './check-facts'
import { checkLanguage } from './check-language'
import { checkLength } from './check-length'
import { checkMissing } from './check-missing'
import { checkNames } from './check-names'
import { checkParagraphs } from './check-paragraphs'
import { type CheckedText, counterparts } from './item-texts'
import type { Mark, MarkPart } from './mark'

/** What looks wrong between the languages of an item, in the order of reading. */
export function checkItem(item: DraftItem): Mark[] {
  const foreign = checkLanguage(item)
  // Where a text is in the wrong language altogether, comparing it would only say the same again and again.
  const parts = counterparts(item).filter(
    ({ zh, en }) => !isForeign(foreign, 'zh', zh) && !isForeign(foreign, 'en', en),
  )
  const marks = [
    ...checkMissing(item),
    ...foreign,
    ...checkParagraphs(item),
    ...parts.flatMap((part) => checkLength(item, part)),
    ...checkFacts(item, parts),
    ...(parts.some(({ part }) => part !== 'title') ? checkNames(item) : []),
  ]
  return once(marks).sort((a, b) => placeOf(a.part) - placeOf(b.part))
}

function isForeign(foreign: readonly Mark[], language: 'zh' | 'en', texts: readonly CheckedText[]): boolean {
  return texts.some(({ part, text }) =>
    foreign.some((mark) => mark.in === language && mark.part === part && mark[language]?.text === text),
  )
}

/** Two equal paragraphs that lack the same are looked at once. */
function once(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ id }, index) => marks.findIndex((mark) => mark.id === id) === index)
}

function placeOf(part: MarkPart): number {
  if (typeof part === 'number') return part + 3
  return { section: 0, item: 0, title: 1, body: 2, source: 1_000_000 }[part]
}
