import type { Span } from '#shared/newsletter/issue'

/** Spans in their shortest form: neighbours of one style are one, and none is empty. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    if (span.text === '') continue
    const last = joined[joined.length - 1]
    if (last && last.emphasis === span.emphasis && last.href === span.href)
      joined[joined.length - 1] = { ...last, text: last.text + span.text }
    else joined.push(span)
  }
  return joined
}

export function hasText(spans: readonly Span[]): boolean {
  return spans.some(({ text }) => /\S/.test(text))
}
