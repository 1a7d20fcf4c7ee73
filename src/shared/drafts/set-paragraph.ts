import type { Span } from '#shared/newsletter/issue'
import type { DraftIssue } from './draft-issue'
import { type ParagraphPlace, paragraphAt } from './paragraph-place'
import { setBody } from './set-body'

/** Sets the spans of a paragraph; without any text, it is taken away. */
export function setParagraph(draft: DraftIssue, place: ParagraphPlace, spans: readonly Span[]): DraftIssue {
  const { all } = paragraphAt(draft, place)
  return setBody(
    draft,
    place.item,
    place.language,
    all.map((each, index) => (index === place.paragraph ? spans : each)),
  )
}
