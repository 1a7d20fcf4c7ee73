import type { Place, Problem } from '#shared/newsletter/problem'
import { anError } from '../problem'

/**
 * Some Markdown takes quadratic time to parse: inside one paragraph, in one list, by nesting. No newsletter comes
 * near these limits, and below them even text that was made for it is read in seconds.
 */
const MAX_PARAGRAPH = 20_000
const MAX_LINES = 20_000
const MAX_LIST_LINES = 4_000
const MAX_NESTING = 24

const EMPTY_LINE = /\n[ \t]*(?=\n)/gu
const LINE = /[^\n]*\S[^\n]*/gu
const LIST_LINE = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/gmu
const NESTED = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d+[.)][ \\t])){${MAX_NESTING}}`, 'mu')

/** Why this normalized text is not even tried; null for every text that could be a newsletter. */
export function findObstacle(text: string): Problem | null {
  return (
    findLongParagraph(text) ??
    findTooMany(text, LINE, MAX_LINES, 'lines') ??
    findTooMany(text, LIST_LINE, MAX_LIST_LINES, 'list entries') ??
    findNesting(text)
  )
}

function findLongParagraph(text: string): Problem | null {
  let start = 0
  for (const gap of [...text.matchAll(EMPTY_LINE)].map((match) => match.index).concat(text.length)) {
    if (gap - start > MAX_PARAGRAPH) {
      const message = `There are more than ${MAX_PARAGRAPH} characters without an empty line: this is no newsletter.`
      return anError('paragraph-too-long', message, lineAt(text, start + 1))
    }
    start = gap
  }
  return null
}

function findTooMany(text: string, pattern: RegExp, most: number, things: string): Problem | null {
  let count = 0
  for (const match of text.matchAll(pattern)) {
    count += 1
    if (count > most)
      return anError(
        'too-many-lines',
        `There are more than ${most} ${things}: this is no newsletter.`,
        lineAt(text, match.index),
      )
  }
  return null
}

function findNesting(text: string): Problem | null {
  const nested = NESTED.exec(text)
  if (!nested) return null
  const message = 'Quotations or lists are nested too deep: this is no newsletter.'
  return anError('nested-too-deep', message, lineAt(text, nested.index))
}

function lineAt(text: string, index: number): Place {
  return { line: text.slice(0, index).split('\n').length, column: 1 }
}
