import type { Context } from './context'
import type { LaidText } from './lay-text'
import type { Palette } from './palette'

/** Where letters stand in a line: this far below its middle, in sizes. */
const BASELINE = 0.36

/** They stand in the right half of their square: at a line's start the empty half would look like an indent. */
const OPENING = '《〈「『【〔〖（［｛'

/** Letters may lean out of their column by this much. */
const OVERHANG = 2

/** Draws within the box alone, whatever is heaped upon a character. */
export function drawText(context: Context, laid: LaidText, palette: Palette): void {
  const { lines, box, size, lineHeight, font, colour } = laid
  context.save()
  context.beginPath()
  context.rect(box.x - OVERHANG, box.y, box.width + 2 * OVERHANG, box.height)
  context.clip()
  context.font = font
  context.fillStyle = palette[colour]
  for (const [index, line] of lines.entries()) {
    const baseline = box.y + (index + 0.5) * lineHeight + BASELINE * size
    const start = OPENING.includes(line.charAt(0)) ? box.x - size / 2 : box.x
    context.fillText(line, start, baseline, box.width)
  }
  context.restore()
}
