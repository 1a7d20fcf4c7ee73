import type { Span } from '#shared/newsletter/issue'
import { itemSpot } from './change-item'
import type { DraftIssue } from './draft-issue'
import type { ParagraphPlace } from './paragraph-place'
import { setBody } from './set-body'

/** Inserts a paragraph before the one of this place, or at the end; it has to have text. */
export function insertParagraph(
  draft: DraftIssue,
  { item, language, paragraph }: ParagraphPlace,
  spans: readonly Span[],
): DraftIssue {
  const all = itemSpot(draft, item).item.body[language] ?? []
  return setBody(draft, item, language, [...all.slice(0, paragraph), spans, ...all.slice(paragraph)])
}
