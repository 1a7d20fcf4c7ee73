import { graphemesOf } from './graphemes'

/** How wide a text is in the type that it will be drawn in. */
export type Measure = (text: string) => number

export type Lines = {
  lines: string[]
  /** Whether nothing was left out. */
  isWhole: boolean
  /** Whether a word was broken that is longer than a line. */
  breaksWords: boolean
}

/** Nothing of this begins a line, nor does any of the other end one; straight quotes may be either. */
const CLOSING = '!%),.:;?]}"\'°·’”›…—、。〃々〉》」』】〕〗ー！％），．：；？］｝～'
const OPENING = '([{"\'‘“‹〈《「『【〔〖（［｛￥'

const ELLIPSIS = '…'

/**
 * Breaks text of any language into at most `most` lines: Chinese between any two characters, though never before a
 * closing mark, nor between a number and what it counts, Latin at spaces and hyphens, and a word that is longer than a
 * line between its characters.
 */
export function breakLines(text: string, width: number, most: number, measure: Measure): Lines {
  const pieces = piecesOf(text.replace(/[^\S\u00a0]+/g, ' ').trim())
  const lines: string[] = []
  let last: string[] = []
  let breaksWords = false
  while (pieces.length > 0 && lines.length < most) {
    const fitting = countFitting(pieces, width, measure)
    const [first = ''] = pieces
    const characters = fitting === 0 ? graphemesOf(first) : []
    if (characters.length > 1) {
      breaksWords = true
      pieces.splice(0, 1, ...characters)
      continue
    }
    last = pieces.splice(0, Math.max(1, fitting))
    lines.push(lineOf(last))
  }
  const isWhole = pieces.length === 0
  if (!isWhole) lines[lines.length - 1] = shortened(last, width, measure)
  return { lines, isWhole, breaksWords }
}

/** The shortest runs between which a line may end; a space stays with the run before it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let before = ' '
  for (const grapheme of graphemesOf(text)) {
    if (pieces.length === 0 || mayEndBetween(before, grapheme)) pieces.push(grapheme)
    else pieces[pieces.length - 1] += grapheme
    before = grapheme
  }
  return pieces
}

function mayEndBetween(before: string, after: string): boolean {
  if (after === ' ' || CLOSING.includes(after)) return false
  if (before === ' ') return true
  if (OPENING.includes(before)) return false
  if (/\d/.test(before) && !OPENING.includes(after)) return false
  return isWide(before) || isWide(after) || (before === '-' && /[a-z]/i.test(after))
}

/** Chinese, Japanese and Korean, and emoji. */
function isWide(grapheme: string): boolean {
  return (grapheme.codePointAt(0) ?? 0) >= 0x2e80
}

function countFitting(pieces: readonly string[], width: number, measure: Measure): number {
  let line = ''
  for (const [count, piece] of pieces.entries()) {
    line += piece
    if (measure(lineOf([line])) > width) return count
  }
  return pieces.length
}

function shortened(pieces: readonly string[], width: number, measure: Measure): string {
  let kept = [...pieces]
  while (kept.length > 0) {
    const line = lineOf(kept).replace(/[\s,:;，、：；—-]+$/, '') + ELLIPSIS
    if (measure(line) <= width) return line
    kept = kept.length === 1 ? graphemesOf(kept.join('')) : kept
    kept.pop()
  }
  return ELLIPSIS
}

function lineOf(pieces: readonly string[]): string {
  return pieces.join('').replace(/ +$/, '')
}
