import { breakLines, type Lines, type Measure } from '../drawing/break-lines'

/** In no more lines than it takes, of about one length: no last line of a single word. */
export function balancedLines(text: string, width: number, most: number, measure: Measure): Lines {
  let best = breakLines(text, width, most, measure)
  if (!best.isWhole || best.breaksWords) return best
  const { length } = best.lines
  for (let narrow = width / 2, wide = width; length > 1 && wide - narrow > width / 50; ) {
    const middle = (narrow + wide) / 2
    const narrower = breakLines(text, middle, length, measure)
    if (narrower.isWhole && !narrower.breaksWords) {
      best = narrower
      wide = middle
    } else narrow = middle
  }
  return best
}
