import { type Band, bandsOf, type Interval, type Sides, sidesOf, usualSize } from './bands'
import { type Glyph, isBlank } from './glyph'

/**
 * Cuts columns that stand beside each other into rows, where both begin with a title at one height: an item's Chinese
 * beside its English, as in a table.
 */
export function splitRows(bands: readonly Band[], gutter: Interval): Sides[] {
  const rows: Sides[] = []
  const usual = usualGap(bands)
  const size = usualSize(bands.flatMap(({ glyphs }) => glyphs))
  const isTitle = (glyphs: readonly Glyph[]): boolean => looksLikeTitle(glyphs, size)
  bands.forEach((band, index) => {
    const sides = sidesOf(band, gutter)
    const row = rows.at(-1)
    const before = bands[index - 1]
    const begins =
      !before ||
      (startsLevel(sides) &&
        band.top - before.bottom > usual * 1.35 &&
        isTitle(sides.left) &&
        isTitle(sides.right))
    if (!row || begins) rows.push(sides)
    else {
      row.left.push(...sides.left)
      row.right.push(...sides.right)
    }
  })
  return rows
}

function looksLikeTitle(glyphs: readonly Glyph[], size: number): boolean {
  const first = bandsOf(glyphs)[0]?.glyphs.filter((glyph) => !isBlank(glyph)) ?? []
  return (
    first.length > 0 && (first.every(({ bold, isHei }) => bold || isHei) || usualSize(first) > size * 1.1)
  )
}

function startsLevel({ left, right }: Sides): boolean {
  const [one, other] = [firstLine(left), firstLine(right)]
  return one !== null && other !== null && Math.abs(one - other) < 2
}

function firstLine(glyphs: readonly Glyph[]): number | null {
  const first = bandsOf(glyphs.filter((glyph) => !isBlank(glyph)))[0]
  return first ? first.bottom : null
}

/** What lies between two lines of one text: most gaps, unless all texts are of one line. */
function usualGap(bands: readonly Band[]): number {
  const gaps = bands.slice(1).map((band, index) => band.top - (bands[index]?.bottom ?? 0))
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 4)] ?? 0
}
