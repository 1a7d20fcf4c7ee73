import * as v from 'valibot'
import { type Span, WebAddressSchema } from '#shared/newsletter/issue'
import { joinSpans } from './join-spans'

/**
 * Reads what `spansToText` writes, and what people type: an unfinished mark is just text, and so is a link of another
 * kind than the model's. A backslash before one of `\ * [ ] ( )` or a space takes its meaning away.
 */
export function textToSpans(text: string): Span[] {
  return joinSpans(readLinks(text))
}

const ESCAPED = /\\([\\*[\]()\s])/g

function readLinks(text: string): Span[] {
  const spans: Span[] = []
  let plain = 0
  let at = 0
  while (at < text.length) {
    const link = text.charAt(at) === '[' ? linkAt(text, at) : null
    if (!link) {
      at += text.charAt(at) === '\\' ? 2 : 1
      continue
    }
    spans.push(...readEmphasis(text.slice(plain, at)))
    for (const span of readEmphasis(link.words)) spans.push({ ...span, href: link.href })
    at = link.end
    plain = at
  }
  return [...spans, ...readEmphasis(text.slice(plain))]
}

function linkAt(text: string, start: number): { words: string; href: string; end: number } | null {
  const close = findClosing(text, start + 1, '[', ']')
  if (close === null || text.charAt(close + 1) !== '(') return null
  const end = findClosing(text, close + 2, '(', ')')
  if (end === null) return null
  const words = text.slice(start + 1, close)
  const href = text
    .slice(close + 2, end)
    .replace(ESCAPED, '$1')
    .trim()
  return words !== '' && v.is(WebAddressSchema, href) ? { words, href, end: end + 1 } : null
}

/** The bracket that closes the one before `from`; those opened in between close first. */
function findClosing(text: string, from: number, open: string, close: string): number | null {
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === open) depth += 1
    else if (character === close) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return null
}

function readEmphasis(text: string): Span[] {
  const spans: Span[] = []
  let plain = 0
  let at = 0
  while (at < text.length) {
    const end = text.charAt(at) === '*' ? emphasisEnd(text, at) : null
    if (end === null) {
      at += text.charAt(at) === '\\' ? 2 : 1
      continue
    }
    spans.push({ text: bare(text.slice(plain, at)) })
    spans.push({ text: bare(text.slice(at + 1, end)), emphasis: true })
    at = end + 1
    plain = at
  }
  return [...spans, { text: bare(text.slice(plain)) }]
}

/** The star that ends an emphasis: text touches both stars from within, so that 5 * 3 * 2 stays what it is. */
function emphasisEnd(text: string, start: number): number | null {
  if (!/^\S/.test(text.charAt(start + 1)) || text.charAt(start + 1) === '*') return null
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1
    else if (text.charAt(at) === '*' && (/\S/.test(text.charAt(at - 1)) || text.charAt(at - 2) === '\\'))
      return at
  }
  return null
}

function bare(text: string): string {
  return text.replace(ESCAPED, '$1')
}
