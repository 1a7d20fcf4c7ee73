import type { Span } from '#shared/newsletter/issue'

/** Spans before and after a place in their text, counted in code points, so that no character is torn apart. */
export function splitSpans(spans: readonly Span[], at: number): [Span[], Span[]] {
  const before: Span[] = []
  const after: Span[] = []
  let left = Math.max(0, at)
  for (const span of spans) {
    const characters = [...span.text]
    if (left > 0) before.push({ ...span, text: characters.slice(0, left).join('') })
    if (left < characters.length) after.push({ ...span, text: characters.slice(left).join('') })
    left = Math.max(0, left - characters.length)
  }
  return [before, after]
}
