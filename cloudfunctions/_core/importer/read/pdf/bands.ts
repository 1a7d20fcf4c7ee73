import { endOf, type Glyph, isBlank, topOf } from './glyph'

/** What stands side by side on a page, from its left to its right: lines of columns, or one line. */
export type Band = { top: number; bottom: number; glyphs: Glyph[] }

/** Cuts a page, or a part of one, into bands that do not overlap, from its top to its bottom. */
export function bandsOf(glyphs: readonly Glyph[]): Band[] {
  const bands: Band[] = []
  for (const glyph of [...glyphs].sort((one, other) => topOf(one) - topOf(other))) {
    const last = bands.at(-1)
    if (last && topOf(glyph) < last.bottom) {
      last.glyphs.push(glyph)
      last.bottom = Math.max(last.bottom, glyph.y)
    } else bands.push({ top: topOf(glyph), bottom: glyph.y, glyphs: [glyph] })
  }
  return bands.filter((band) => !band.glyphs.every(isBlank))
}

export type Interval = { from: number; to: number }

/** The stretches of a band that are set with text; closer ones than `gap` are one. */
export function stretchesOf(band: Band, gap: number): Interval[] {
  const stretches: Interval[] = []
  const set = band.glyphs.filter((glyph) => !isBlank(glyph)).sort((one, other) => one.x - other.x)
  for (const glyph of set) {
    const last = stretches.at(-1)
    if (last && glyph.x - last.to < gap) last.to = Math.max(last.to, endOf(glyph))
    else stretches.push({ from: glyph.x, to: endOf(glyph) })
  }
  return stretches
}

export type Sides = { left: Glyph[]; right: Glyph[] }

/** What stands left and right of a gutter. */
export function sidesOf(band: Band, gutter: Interval): Sides {
  const middle = (gutter.from + gutter.to) / 2
  return {
    left: band.glyphs.filter((glyph) => glyph.x < middle),
    right: band.glyphs.filter((glyph) => glyph.x >= middle),
  }
}

/** The size that most characters have. */
export function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const glyph of glyphs) {
    const size = Math.round(glyph.size * 2) / 2
    if (!isBlank(glyph)) counts.set(size, (counts.get(size) ?? 0) + 1)
  }
  let usual = 0
  for (const [size, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = size
  return usual
}
