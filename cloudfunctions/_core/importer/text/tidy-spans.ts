import type { BlockSpan } from '../read/block'

const SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\p{Cc}]/gu

/** One line of clean text: white space of every kind is one plain space, and what cannot be seen is gone. */
export function tidyText(text: string): string {
  return text.replace(SPACE, ' ').replace(INVISIBLE, '').trim()
}

export function plainText(spans: readonly BlockSpan[]): string {
  let text = ''
  for (const span of spans) text += span.text
  return text
}

/** Spans of one paragraph in clean text: lines joined, equal neighbours merged, no blank ones, ends trimmed. */
export function tidySpans(spans: readonly BlockSpan[]): BlockSpan[] {
  const tidy: BlockSpan[] = []
  let pendingBreak = false
  for (const span of spans) {
    if (span.text === '\n') {
      pendingBreak = true
      continue
    }
    let text = span.text.replace(SPACE, ' ').replace(INVISIBLE, '')
    const last = tidy.at(-1)
    if (pendingBreak && last) {
      text = text.trimStart()
      if (text === '') continue
      last.text = last.text.trimEnd()
      if (!joinsWithoutSpace(last.text, text)) text = ` ${text}`
    }
    if (!last || last.text.endsWith(' ')) text = text.trimStart()
    if (text === '') continue
    pendingBreak = false
    if (last && last.emphasis === span.emphasis && last.href === span.href) last.text += text
    else tidy.push({ ...span, text })
  }
  const end = tidy.at(-1)
  if (end) end.text = end.text.trimEnd()
  if (end?.text === '') {
    tidy.pop()
    const now = tidy.at(-1)
    if (now) now.text = now.text.trimEnd()
  }
  return tidy
}

const WIDE_END = /[\p{Script=Han}、，。；：！？《》（）“”…—]$/u
const WIDE_START = /^[\p{Script=Han}、，。；：！？《》（）“”…—]/u

/** Chinese needs no space where a line was wrapped; a hyphen at a line's end keeps its word together. */
function joinsWithoutSpace(before: string, after: string): boolean {
  return (WIDE_END.test(before) && WIDE_START.test(after)) || /\p{Script=Latin}-$/u.test(before)
}

/** Cuts spans at a character of their plain text. */
export function cutSpans(spans: readonly BlockSpan[], at: number): [BlockSpan[], BlockSpan[]] {
  const before: BlockSpan[] = []
  const after: BlockSpan[] = []
  let position = 0
  for (const span of spans) {
    const cut = Math.min(Math.max(at - position, 0), span.text.length)
    if (cut > 0) before.push({ ...span, text: span.text.slice(0, cut) })
    if (cut < span.text.length) after.push({ ...span, text: span.text.slice(cut) })
    position += span.text.length
  }
  return [before, after]
}
