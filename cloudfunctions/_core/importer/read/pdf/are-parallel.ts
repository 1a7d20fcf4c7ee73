import { type Band, bandsOf, type Interval, sidesOf } from './bands'
import type { Glyph } from './glyph'

/** A line in the other language may be quoted, or be no more than a number; a title of its own tells against it. */
const PURE = 0.9

/** Whether all columns of a document have Chinese lines on one side, and English ones on the other. */
export function areParallel(runs: readonly { bands: readonly Band[]; gutter: Interval }[]): boolean {
  const sides = runs.flatMap(({ bands, gutter }) => bands.map((band) => sidesOf(band, gutter)))
  const left = shareOfChinese(sides.map((side) => side.left))
  const right = shareOfChinese(sides.map((side) => side.right))
  return Math.max(left, right) >= PURE && Math.min(left, right) <= 1 - PURE
}

/** Of the lines with letters, those that are mostly Chinese. */
function shareOfChinese(parts: readonly Glyph[][]): number {
  const lines = parts
    .flatMap((part) => bandsOf(part))
    .map(
      ({ glyphs }) =>
        glyphs
          .map(({ text }) => text)
          .join('')
          .match(/\p{L}/gu) ?? [],
    )
    .filter(({ length }) => length > 0)
  const chinese = lines.filter(
    (letters) => letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length * 3 > letters.length,
  )
  return lines.length === 0 ? 0 : chinese.length / lines.length
}
