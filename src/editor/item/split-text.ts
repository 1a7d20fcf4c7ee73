import { hasText, joinSpans } from '#shared/drafts/join-spans'
import { isSameValue } from '#shared/drafts/same-value'
import { spansToText } from '#shared/drafts/spans-to-text'
import { textToSpans } from '#shared/drafts/text-to-spans'
import type { Language } from '#shared/newsletter/bilingual'
import type { Span } from '#shared/newsletter/issue'

/** Stands where the cursor is; no text that people write has it. */
const CURSOR = '\uE000'

/** Cuts a paragraph's text at the cursor, so that emphasis and links go on in both parts; never within an address. */
export function splitText(text: string, cursor: number): [string, string] {
  const whole = textToSpans(text)
  for (let at = cursor; at <= text.length; at += 1) {
    const marked = textToSpans(text.slice(0, at) + CURSOR + text.slice(at))
    const index = marked.findIndex((span) => span.text.includes(CURSOR))
    const cut = marked[index]
    if (!cut || !isSameValue(joinSpans(marked.map(withoutCursor)), whole)) continue
    // Old phones can trim both ends of a text only.
    const [before = '', after = ''] = cut.text.split(CURSOR)
    return [
      textOf([...marked.slice(0, index), { ...cut, text: before.replace(/\s+$/u, '') }]),
      textOf([{ ...cut, text: after.replace(/^\s+/u, '') }, ...marked.slice(index + 1)]),
    ]
  }
  return [text, '']
}

/** One paragraph's text after another's; English words keep a space between them. */
export function joinTexts(one: string, other: string, language: Language): string {
  const [first, second] = [textToSpans(one), textToSpans(other)]
  const between = language === 'en' && hasText(first) && hasText(second) ? [{ text: ' ' }] : []
  return spansToText(joinSpans([...first, ...between, ...second]))
}

function withoutCursor(span: Span): Span {
  return { ...span, text: span.text.replace(CURSOR, '') }
}

function textOf(spans: readonly Span[]): string {
  return spansToText(joinSpans(spans)).trim()
}
