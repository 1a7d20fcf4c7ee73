import { bandsOf, usualSize } from './bands'
import { isPrivate, isWide, plainCharacter, UNKNOWN } from './character'
import { endOf, type Glyph, isBlank } from './glyph'

export type LineCharacter = {
  page: number
  text: string
  strong: boolean
  italic: boolean
  href: string | undefined
  width: number
}

/** A line of one column, its spaces put in. */
export type Line = {
  page: number
  x: number
  end: number
  y: number
  size: number
  characters: LineCharacter[]
  text: string
  /** All of it is bold. */
  isStrong: boolean
  /** The small raised numbers that stood in it: marks of footnotes, which are left out. */
  footnotes: string
}

/** `isBodyHei`: where the text itself is set in a heavy Chinese font, such a font says nothing. */
export function linesOf(glyphs: readonly Glyph[], page: number, isBodyHei: boolean): Line[] {
  return bandsOf(glyphs).map((band) => {
    const sorted = band.glyphs.filter(({ text }) => text !== '').sort((one, other) => one.x - other.x)
    return lineOf(withoutShadows(sorted), page, isBodyHei)
  })
}

/** Some programs make bold by drawing a text twice, a hair apart. */
function withoutShadows(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  for (const glyph of sorted) {
    const twin = kept
      .slice(-3)
      .find((one) => one.text === glyph.text && Math.abs(one.x - glyph.x) < one.width * 0.25 && !isBlank(one))
    if (!twin) kept.push({ ...glyph })
    else if (Math.abs(twin.y - glyph.y) < 0.25 * twin.size) twin.bold = true
    else kept.push({ ...glyph })
  }
  return kept
}

function lineOf(glyphs: readonly Glyph[], page: number, isBodyHei: boolean): Line {
  const size = usualSize(glyphs)
  const set = glyphs.filter((glyph) => !isBlank(glyph))
  const y = baselineOf(set, size)
  const line: Line = {
    page,
    x: Math.min(...set.map(({ x }) => x)),
    end: Math.max(...set.map(endOf)),
    y,
    size,
    characters: [],
    text: '',
    isStrong: false,
    footnotes: '',
  }
  const usualGap = usualChineseGap(glyphs, size)
  let before: Glyph | null = null
  for (const glyph of glyphs) {
    if (isFootnoteMark(glyph, line, before)) {
      line.footnotes += glyph.text
      continue
    }
    if (before && needsSpace(before, glyph, size, usualGap)) add(line, glyph, ' ', isBodyHei)
    add(line, glyph, isBlank(glyph) ? ' ' : plainCharacter(glyph.text), isBodyHei)
    before = glyph
  }
  line.text = line.characters.map(({ text }) => text).join('')
  const letters = line.characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  line.isStrong = letters.length > 0 && letters.every(({ strong }) => strong)
  return line
}

function add(line: Line, glyph: Glyph, text: string, isBodyHei: boolean): void {
  if (text === ' ' && (line.characters.length === 0 || line.characters.at(-1)?.text === ' ')) return
  line.characters.push({
    page: line.page,
    text: isPrivate(text) ? (line.characters.length === 0 ? '•' : UNKNOWN) : text,
    strong: glyph.bold || (glyph.isHei && !isBodyHei),
    italic: glyph.italic,
    href: glyph.href,
    width: glyph.width,
  })
}

function baselineOf(glyphs: readonly Glyph[], size: number): number {
  const full = glyphs.filter((glyph) => glyph.size > size * 0.8)
  const ys = full.map(({ y }) => y).sort((one, other) => one - other)
  return ys[ys.length >> 1] ?? 0
}

function isFootnoteMark(glyph: Glyph, line: Line, before: Glyph | null): boolean {
  return (
    before !== null &&
    glyph.size < line.size * 0.8 &&
    line.y - glyph.y > line.size * 0.15 &&
    /^[\d[\]①-⑳*†]$/u.test(glyph.text) &&
    // m² is no footnote.
    !/^m$/u.test(before.text)
  )
}

/** In letters: a gap that is a space between words, and beside Chinese, which programs set apart from other letters. */
const WORD_GAP = 0.15
const MIXED_GAP = 0.45
/** Between Chinese characters: so much more than between the others of the line. */
const CHINESE_GAP = 0.2

const HAN = /\p{Script=Han}/u

function needsSpace(before: Glyph, glyph: Glyph, size: number, usualGap: number): boolean {
  if (isBlank(before) || isBlank(glyph)) return false
  const gap = (glyph.x - endOf(before)) / size
  const [one, other] = [isWide(before.text), isWide(glyph.text)]
  // Marks fill their square differently in every font.
  if (one && other) return gap > (HAN.test(before.text) && HAN.test(glyph.text) ? usualGap + CHINESE_GAP : 1)
  return gap > (one || other ? MIXED_GAP : WORD_GAP)
}

/** A line that is filled to its column's edge has a little room between all its characters. */
function usualChineseGap(glyphs: readonly Glyph[], size: number): number {
  const gaps: number[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before && HAN.test(before.text) && HAN.test(glyph.text)) gaps.push((glyph.x - endOf(before)) / size)
  }
  return gaps.sort((one, other) => one - other)[gaps.length >> 1] ?? 0
}
