import { breakLines, type Measure } from './break-lines'
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

export function layText(
  context: Context,
  text: string,
  room: Box,
  type: Type,
  breakText = breakLines,
): LaidText {
  const { leading, colour } = type
  let laid: LaidText | null = null
  for (const size of type.sizes) {
    const font = `${type.weight} ${size}px ${type.face}`
    const lineHeight = size * leading
    context.font = font
    const measure: Measure = (line) => context.measureText(line).width
    const most = Math.max(1, Math.floor(room.height / lineHeight))
    const { lines, isWhole } = breakText(text, room.width, most, measure)
    laid = { lines, box: { ...room, height: lines.length * lineHeight }, size, lineHeight, font, colour }
    if (isWhole) break
  }
  return laid as LaidText
}
