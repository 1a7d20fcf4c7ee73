import type { Warn } from '../../problem'
import type { Block, BlockSpan } from '../block'
import { UNKNOWN } from './character'
import { Hyphens } from './hyphens'
import { joinLines } from './join-lines'
import type { LineCharacter } from './line'
import type { Paragraph } from './paragraphs-of'

const BULLET = /^\s*[•●○■□▪◆◇‣▶➢✓·]\s*/u
/** Longer than any title: a text that is set bold or large as a whole. */
const LONGEST_TITLE = 300

/** Makes blocks of paragraphs: what is larger than most text, or bold as a whole, is a heading. */
export function blocksOf(paragraphs: readonly Paragraph[], bodySize: number, warn: Warn): Block[] {
  const hyphens = new Hyphens(paragraphs.flat())
  const isBodyBold = isMostlyStrong(paragraphs)
  const titles = new Set(paragraphs.filter((paragraph) => isSetAsTitle(paragraph, bodySize, isBodyBold)))
  const ranks = ranksOf([...titles])
  return paragraphs.flatMap((paragraph): Block[] => {
    const characters = joinLines(paragraph, hyphens, warn)
    const text = characters.map((character) => character.text).join('')
    if (text.trim() === '' || text.trim() === '•') return []
    const place = { page: paragraph[0]?.page ?? 1 }
    if (text.includes(UNKNOWN))
      warn(
        'character-unknown',
        `A character of "${text.slice(0, 40)}" cannot be told: see what stands there.`,
        place,
      )
    if (titles.has(paragraph)) {
      const spans = spansOf(characters, true)
      return [{ kind: 'heading', rank: ranks.indexOf(lookOf(paragraph)) + 1, marker: null, spans, place }]
    }
    const bullet = BULLET.exec(text)?.[0].length ?? 0
    const spans = spansOf(characters.slice(bullet), false)
    return [{ kind: bullet > 0 ? 'list-item' : 'paragraph', rank: null, marker: null, spans, place }]
  })
}

function isSetAsTitle(paragraph: Paragraph, bodySize: number, isBodyBold: boolean): boolean {
  const length = paragraph.reduce((total, { text }) => total + text.length, 0)
  if (length > LONGEST_TITLE) return false
  return sizeOf(paragraph) > bodySize * 1.1 || (!isBodyBold && paragraph.every(({ isStrong }) => isStrong))
}

function isMostlyStrong(paragraphs: readonly Paragraph[]): boolean {
  const lines = paragraphs.flat()
  return lines.filter(({ isStrong }) => isStrong).length * 2 > lines.length
}

const sizeOf = (paragraph: Paragraph): number => Math.max(...paragraph.map(({ size }) => size))

/** Larger, then bold. */
function lookOf(paragraph: Paragraph): number {
  return Math.round(sizeOf(paragraph)) * 2 + (paragraph.every(({ isStrong }) => isStrong) ? 1 : 0)
}

function ranksOf(titles: readonly Paragraph[]): number[] {
  return [...new Set(titles.map(lookOf))].sort((one, other) => other - one)
}

/** `isPlain`: being bold makes it a title, and emphasises nothing in it. */
function spansOf(characters: readonly LineCharacter[], isPlain: boolean): BlockSpan[] {
  const spans: BlockSpan[] = []
  for (const { text, strong, italic, href, page } of characters) {
    const isEmphasis = !isPlain && (strong || italic)
    const last = spans.at(-1)
    if (last && last.href === href && (last.emphasis ?? false) === isEmphasis) last.text += text
    else
      spans.push({
        text,
        place: { page },
        ...(isEmphasis ? { emphasis: true as const } : {}),
        ...(href === undefined ? {} : { href }),
      })
  }
  return spans
}
