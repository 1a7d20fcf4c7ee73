import { areParallel } from './are-parallel'
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

/** A page cut from its top to its bottom: bands over the whole width, and runs of bands in columns. */
type Part = { bands: Band[]; gutter: Interval | null }

function cutPage(glyphs: readonly Glyph[]): Part[] {
  const size = usualSize(glyphs)
  const bands = bandsOf(glyphs)
  const parts: Part[] = []
  for (let index = 0; index < bands.length; index += 1) {
    const [band, last] = [bands[index], parts.at(-1)]
    const run = longestRun(bands, index, size)
    if (run) {
      // The right column may begin higher than the left one.
      const above = last?.gutter === null ? takeRightOnes(last.bands, run.gutter) : []
      parts.push({ ...run, bands: [...above, ...run.bands] })
      index += run.bands.length - 1
    } else if (band && last?.gutter === null) last.bands.push(band)
    else if (band) parts.push({ bands: [band], gutter: null })
  }
  return parts.filter((part) => part.bands.length > 0)
}

function takeRightOnes(bands: Band[], gutter: Interval): Band[] {
  const isRight = (band: Band): boolean => !hasText(sidesOf(band, gutter).left)
  let from = bands.length
  for (let band = bands[from - 1]; band && isRight(band); band = bands[from - 1]) from -= 1
  return bands.splice(from)
}

/** The regions of all pages: columns go on over a page's end also where only one of them has text left. */
export function findColumnsOfPages(pages: readonly PdfPage[]): PageRegions[] {
  const cut = pages.map(({ number, glyphs }) => ({ page: number, parts: cutPage(glyphs) }))
  const runs = cut.flatMap(({ parts }) =>
    parts.flatMap(({ bands, gutter }) => (gutter ? [{ bands, gutter }] : [])),
  )
  const isParallel = areParallel(runs)
  let last: Region | undefined
  return cut.map(({ page, parts }) => {
    const regions = goOnInColumns(
      parts.flatMap((part) => regionsOf(part, isParallel)),
      last,
    )
    last = regions.at(-1)
    return { page, regions }
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
  // At a page's foot nothing can follow that it belongs to, unless both columns end with it.
  const isPageEnd = start + run.bands.length === bands.length
  while (!isPageEnd && isLooseEnd(run, size)) run.bands.pop()
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
function isLooseEnd(run: Run, size: number): boolean {
  const [last, before] = [run.bands.at(-1), run.bands.at(-2)]
  if (!last || !before || hasText(sidesOf(last, run.gutter).right)) return false
  return endsWithTitle(run) || last.top - before.bottom > 1.5 * size
}

/** A larger line on the left alone, below smaller ones. */
function endsWithTitle({ bands, gutter }: Run): boolean {
  const last = bands.at(-1)
  if (!last || hasText(sidesOf(last, gutter).right)) return false
  const above = bands
    .slice(0, -1)
    .reverse()
    .find((band) => hasText(sidesOf(band, gutter).left))
  return above !== undefined && usualSize(last.glyphs) > usualSize(sidesOf(above, gutter).left) * 1.1
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

function regionsOf({ bands, gutter }: Part, isParallel: boolean): Region[] {
  if (!gutter) return [{ kind: 'whole', columns: [bands.flatMap(({ glyphs }) => glyphs)] }]
  if (isParallel) return rowsOf({ bands, gutter })
  const sides = bands.map((band) => sidesOf(band, gutter))
  const right = sides.flatMap((side) => side.right)
  // A third column is found in the same way beside the first.
  const [inner, ...others] = cutPage(right).flatMap((part) => regionsOf(part, false))
  const further = inner && others.length === 0 ? inner.columns : [right]
  return [{ kind: 'columns', columns: [sides.flatMap((side) => side.left), ...further], gutter }]
}

/** A section's name at the foot of a page stands below both languages. */
function rowsOf(run: Run): Region[] {
  const title = endsWithTitle(run) ? run.bands.at(-1) : undefined
  const bands = title ? run.bands.slice(0, -1) : run.bands
  const rows = splitRows(bands, run.gutter).map(
    ({ left, right }): Region => ({ kind: 'parallel', columns: [left, right], gutter: run.gutter }),
  )
  return title ? [...rows, { kind: 'whole', columns: [title.glyphs] }] : rows
}
