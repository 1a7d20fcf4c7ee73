import { type Band, bandsOf, type Interval, sidesOf, stretchesOf, usualSize } from './bands'
import type { PageRegions } from './chain'
import { endOf, type Glyph, isBlank, type PdfPage } from './glyph'
import { splitRows } from './split-rows'

/**
 * A part of a page in reading order. `parallel`: two columns that go on over the pages side by side, such as Chinese
 * beside English; else each column goes on in the next one.
 */
export type Region = { kind: 'whole' | 'columns' | 'parallel'; columns: Glyph[][]; gutter?: Interval }

/** In letters: what separates columns is wider than the space between words, and a column is wider than a label. */
const GUTTER = 1
const COLUMN = 6

/** The regions of a page from its top to its bottom. */
function findColumns(glyphs: readonly Glyph[]): Region[] {
  const size = usualSize(glyphs)
  const bands = bandsOf(glyphs)
  const regions: Region[] = []
  for (let index = 0; index < bands.length; index += 1) {
    const run = longestRun(bands, index, size)
    const last = regions.at(-1)
    if (run) {
      regions.push(...regionsOf(run))
      index += run.bands.length - 1
    } else if (last?.kind === 'whole') last.columns[0]?.push(...(bands[index]?.glyphs ?? []))
    else regions.push({ kind: 'whole', columns: [[...(bands[index]?.glyphs ?? [])]] })
  }
  return regions
}

/** The regions of all pages: columns go on over a page's end also where only one of them has text left. */
export function findColumnsOfPages(pages: readonly PdfPage[]): PageRegions[] {
  let last: Region | undefined
  return pages.map(({ number, glyphs }) => {
    const regions = goOnInColumns(findColumns(glyphs), last)
    last = regions.at(-1)
    return { page: number, regions }
  })
}

function goOnInColumns(regions: readonly Region[], above: Region | undefined): Region[] {
  const [first, ...others] = regions
  const [glyphs = []] = first?.columns ?? []
  if (first?.kind !== 'whole' || !above?.gutter) return [...regions]
  const { gutter, kind } = above
  const bands = bandsOf(glyphs)
  const isLeft = bands[0] ? !hasText(sidesOf(bands[0], gutter).right) : true
  const inColumn = (band: Band): boolean => {
    const { left, right } = sidesOf(band, gutter)
    return !hasText(isLeft ? right : left)
  }
  const end = bands.findIndex((band) => !inColumn(band))
  const column = bands.slice(0, end < 0 ? bands.length : end).flatMap((band) => band.glyphs)
  const rest = end < 0 ? [] : bands.slice(end).flatMap((band) => band.glyphs)
  if (column.length === 0) return [...regions]
  const beside = kind === 'columns' ? [column] : isLeft ? [column, []] : [[], column]
  const goingOn: Region = { kind, columns: beside, gutter }
  return [goingOn, ...(rest.length > 0 ? [{ kind: 'whole' as const, columns: [rest] }] : []), ...others]
}

type Run = { bands: Band[]; gutter: Interval }

/** The bands from `start` on that leave a common strip free, with columns of text on both sides of it. */
function longestRun(bands: readonly Band[], start: number, size: number): Run | null {
  const first = bands[start]
  if (!first) return null
  let best: Run | null = null
  const stretches = stretchesOf(first, GUTTER * size)
  for (let index = 1; index < stretches.length; index += 1) {
    const gap = { from: stretches[index - 1]?.to ?? 0, to: stretches[index]?.from ?? 0 }
    const run = extend(bands, start, gap, size)
    if (hasColumns(run, size) && run.bands.length > (best?.bands.length ?? 0)) best = run
  }
  return best
}

function extend(bands: readonly Band[], start: number, gap: Interval, size: number): Run {
  const run: Run = { bands: [], gutter: gap }
  for (let index = start; index < bands.length; index += 1) {
    const band = bands[index]
    if (!band || leadsOn(bands, index, run)) break
    const gutter = freeWithin(band, run.gutter, size)
    if (!gutter) break
    run.bands.push(band)
    run.gutter = gutter
  }
  // At a page's foot only a title can be something else.
  const isPageEnd = start + run.bands.length === bands.length
  while (isLooseEnd(run, isPageEnd ? Infinity : 1.5 * size)) run.bands.pop()
  return run
}

/** The widest part of `gap` that this band leaves free. */
function freeWithin(band: Band, gap: Interval, size: number): Interval | null {
  let best: Interval | null = null
  let from = gap.from
  for (const stretch of [...stretchesOf(band, GUTTER * size), { from: gap.to, to: gap.to }]) {
    const free = { from, to: Math.min(stretch.from, gap.to) }
    if (free.to - free.from >= GUTTER * size && (!best || free.to - free.from > best.to - best.from))
      best = free
    from = Math.max(from, stretch.to)
  }
  return best
}

const hasText = (glyphs: readonly Glyph[]): boolean => glyphs.some((glyph) => !isBlank(glyph))

/** A heading over both columns in the midst of them: alone in its band, larger, and both columns begin anew below it. */
function leadsOn(bands: readonly Band[], index: number, run: Run): boolean {
  const [band, next] = [bands[index], bands[index + 1]]
  if (!band || !next || run.bands.length === 0) return false
  const sides = sidesOf(band, run.gutter)
  if (hasText(sides.left) && hasText(sides.right)) return false
  const below = sidesOf(next, run.gutter)
  if (!hasText(below.left) || !hasText(below.right)) return false
  const isAligned = Math.abs(firstBaseline(below.left) - firstBaseline(below.right)) < 2
  const others = usualSize(run.bands.flatMap(({ glyphs }) => glyphs))
  return isAligned && usualSize(band.glyphs) > others * 1.1
}

function firstBaseline(glyphs: readonly Glyph[]): number {
  return Math.min(...glyphs.filter((glyph) => !isBlank(glyph)).map(({ y }) => y))
}

/** What follows below the columns on their left may be a line over the whole width, unless it is close to them. */
function isLooseEnd(run: Run, widestGap: number): boolean {
  const [last, before] = [run.bands.at(-1), run.bands.at(-2)]
  if (!last || !before) return false
  const sides = sidesOf(last, run.gutter)
  if (hasText(sides.right)) return false
  const isTitle = usualSize(last.glyphs) > usualSize(before.glyphs) * 1.1
  return isTitle || last.top - before.bottom > widestGap
}

function hasColumns(run: Run, size: number): boolean {
  const sides = run.bands.map((band) => sidesOf(band, run.gutter))
  const left = sides.flatMap((side) => side.left)
  const right = sides.flatMap((side) => side.right)
  const [lines, others] = [bandsOf(left).length, bandsOf(right).length]
  if (lines < 2 || others < 2 || lines + others < 5) return false
  return [left, right].every((column) => widthOf(column) >= COLUMN * size)
}

function widthOf(glyphs: readonly Glyph[]): number {
  const set = glyphs.filter((glyph) => !isBlank(glyph))
  return Math.max(...set.map(endOf)) - Math.min(...set.map(({ x }) => x))
}

function regionsOf({ bands, gutter }: Run): Region[] {
  const sides = bands.map((band) => sidesOf(band, gutter))
  const left = sides.flatMap((side) => side.left)
  const right = sides.flatMap((side) => side.right)
  if (isChinese(left) !== isChinese(right))
    return splitRows(bands, gutter).map((row) => ({
      kind: 'parallel',
      columns: [row.left, row.right],
      gutter,
    }))
  // A third column is found in the same way beside the first.
  const inner = findColumns(right)
  const further = inner.length === 1 && inner[0] ? inner[0].columns : [right]
  return [{ kind: 'columns', columns: [left, ...further], gutter }]
}

function isChinese(glyphs: readonly Glyph[]): boolean {
  const letters = glyphs.filter(({ text }) => /\p{L}/u.test(text))
  return letters.filter(({ text }) => /\p{Script=Han}/u.test(text)).length * 3 > letters.length
}
