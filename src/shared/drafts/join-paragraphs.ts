import type { DraftIssue } from './draft-issue'
import { type ParagraphPlace, paragraphAt } from './paragraph-place'
import { setBody } from './set-body'

/** Makes one of a paragraph and the next: English words get a space between them. */
export function joinParagraphs(draft: DraftIssue, place: ParagraphPlace): DraftIssue {
  const { all, one } = paragraphAt(draft, place)
  const { one: next } = paragraphAt(draft, { ...place, paragraph: place.paragraph + 1 })
  const space = place.language === 'en' ? [{ text: ' ' }] : []
  return setBody(draft, place.item, place.language, [
    ...all.slice(0, place.paragraph),
    [...one, ...space, ...next],
    ...all.slice(place.paragraph + 2),
  ])
}
