import type { Language } from '#shared/newsletter/bilingual'
import type { Span } from '#shared/newsletter/issue'
import { changeItem } from './change-item'
import type { DraftIssue } from './draft-issue'
import { hasText, joinSpans } from './join-spans'

/**
 * Sets all paragraphs of a half as they stand in the fields of a screen: empty fields are no paragraphs, and no
 * paragraph at all is a missing body.
 */
export function setBody(
  draft: DraftIssue,
  key: string,
  language: Language,
  paragraphs: readonly (readonly Span[])[],
): DraftIssue {
  const kept = paragraphs.map(joinSpans).filter(hasText)
  return changeItem(draft, key, (item) => ({
    ...item,
    body: { ...item.body, [language]: kept.length > 0 ? kept : null },
  }))
}
