import type { Span } from '#shared/newsletter/issue'
import type { DraftIssue } from './draft-issue'
import { type ParagraphPlace, paragraphAt } from './paragraph-place'
import { setBody } from './set-body'
import { splitSpans } from './split-spans'

/** Makes two of one paragraph, at a code point of its text; spaces at the cut fall away. At an end, nothing happens. */
export function splitParagraph(draft: DraftIssue, place: ParagraphPlace, at: number): DraftIssue {
  const { all, one } = paragraphAt(draft, place)
  const [before, after] = splitSpans(one, at)
  const parts = [trimEnd(before), trimStart(after)]
  if (parts.some((part) => part.length === 0)) return draft
  return setBody(draft, place.item, place.language, [
    ...all.slice(0, place.paragraph),
    ...parts,
    ...all.slice(place.paragraph + 1),
  ])
}

function trimEnd(spans: readonly Span[]): Span[] {
  const last = spans[spans.length - 1]
  if (!last) return []
  const text = last.text.trimEnd()
  const others = spans.slice(0, -1)
  return text === '' ? trimEnd(others) : [...others, { ...last, text }]
}

function trimStart(spans: readonly Span[]): Span[] {
  const [first, ...others] = spans
  if (!first) return []
  const text = first.text.trimStart()
  return text === '' ? trimStart(others) : [{ ...first, text }, ...others]
}
