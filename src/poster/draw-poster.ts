import type { Context } from '../drawing/context'
import { drawText } from '../drawing/draw-text'
import { POSTER_WIDTH, type PosterLayout } from './lay-poster'
import { palettes, type Scheme } from './palettes'

/** White around the code, which scanners need in the dark too. */
const QUIET = 4

export function drawPoster(
  context: Context,
  { masthead, headlines, notes, rules, code, height }: PosterLayout,
  codePicture: unknown,
  scheme: Scheme,
): void {
  const palette = palettes[scheme]
  context.fillStyle = palette.paper
  context.fillRect(0, 0, POSTER_WIDTH, height)
  for (const { box, colour } of rules) {
    context.fillStyle = palette[colour]
    context.fillRect(box.x, box.y, box.width, box.height)
  }
  for (const text of [...masthead, ...headlines, ...notes]) drawText(context, text, palette)
  context.fillStyle = '#ffffff'
  context.fillRect(code.x, code.y, code.width, code.height)
  context.drawImage(
    codePicture,
    code.x + QUIET,
    code.y + QUIET,
    code.width - 2 * QUIET,
    code.height - 2 * QUIET,
  )
}
