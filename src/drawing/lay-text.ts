import { breakLines, type Lines, type Measure } from './break-lines'
import type { Box, Context } from './context'
import type { Colour } from './palette'

export type Type = {
  face: string
  weight: 400 | 600 | 700
  /** The largest first: the first one in which the text is whole is taken, else the last one, and the text is cut. */
  sizes: readonly [number, ...number[]]
  /** A line's height, in sizes. */
  leading: number
  colour: Colour
}

/** A text in its lines, ready to be drawn; `box` is what it takes of its room. */
export type LaidText = {
  lines: readonly string[]
  box: Box
  size: number
  lineHeight: number
  font: string
  colour: Colour
}

export function layText(context: Context, text: string, room: Box, type: Type): LaidText {
  const { leading, colour } = type
  let laid: LaidText | null = null
  for (const size of type.sizes) {
    const font = `${type.weight} ${size}px ${type.face}`
    const lineHeight = size * leading
    context.font = font
    const measure: Measure = (line) => context.measureText(line).width
    const broken = breakLines(text, room.width, Math.max(1, Math.floor(room.height / lineHeight)), measure)
    const lines = broken.isWhole ? balanced(text, room.width, broken, measure) : broken.lines
    laid = { lines, box: { ...room, height: lines.length * lineHeight }, size, lineHeight, font, colour }
    if (broken.isWhole) break
  }
  return laid as LaidText
}

/** In as many lines, of about one length: no last line of a single word. */
function balanced(text: string, width: number, { lines, breaksWords }: Lines, measure: Measure): string[] {
  let best = lines
  if (breaksWords || lines.length < 2) return best
  for (let narrow = width * 0.5, wide = width; wide - narrow > width * 0.02; ) {
    const middle = (narrow + wide) / 2
    const narrower = breakLines(text, middle, lines.length, measure)
    const isAsGood = narrower.isWhole && !narrower.breaksWords
    if (isAsGood) best = narrower.lines
    if (isAsGood) wide = middle
    else narrow = middle
  }
  return best
}
