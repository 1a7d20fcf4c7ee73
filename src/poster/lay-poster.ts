import type { Box, Context } from '../drawing/context'
import { serif } from '../drawing/faces'
import { type LaidText, layText, type Type } from '../drawing/lay-text'
import type { Colour } from '../drawing/palette'
import { balancedLines } from './balanced-lines'
import type { Poster } from './poster'

/** In the poster's own units, of which a phone's screen has as many in its width. */
export const POSTER_WIDTH = 375

export type PosterLayout = {
  masthead: readonly LaidText[]
  headlines: readonly LaidText[]
  /** Beside the code. */
  notes: readonly LaidText[]
  rules: readonly { box: Box; colour: Colour }[]
  code: Box
  height: number
}

const MARGIN = 28
const COLUMN = POSTER_WIDTH - 2 * MARGIN
const CODE = 116

/** Where everything stands: a first page, as high as what it says takes. */
export function layPoster(context: Context, poster: Poster): PosterLayout {
  const rules: { box: Box; colour: Colour }[] = []
  const rule = (y: number, height: number, colour: Colour) =>
    rules.push({ box: { x: MARGIN, y, width: COLUMN, height }, colour })
  const lay = (text: string, y: number, height: number, type: Type, width = COLUMN) =>
    layText(context, text, { x: MARGIN, y, width, height }, type, balancedLines)
  const types = typesOf(poster)

  const number = poster.runningNumber === null ? null : lay(poster.runningNumber, 0, 18, types.note)
  const numberWidth = number ? widest(context, number) : 0
  const name = lay(poster.publication, 32, 58, types.name, COLUMN - (number ? numberWidth + 16 : 0))
  if (number) {
    number.box = {
      x: POSTER_WIDTH - MARGIN - numberWidth,
      y: bottom(name) - number.box.height - 5,
      width: numberWidth,
      height: number.box.height,
    }
  }
  const top = bottom(name) + 6
  rule(top, 2, 'ink')
  rule(top + 4, 1, 'ink')
  const series = lay(poster.series, top + 19, 46, types.series)
  const edition = lay(poster.edition, bottom(series) + 2, 20, types.note)

  const headlines: LaidText[] = []
  let y = bottom(edition) + 18
  for (const [index, headline] of poster.headlines.entries()) {
    if (index > 0) rule(y, 1, 'rule')
    const laid = index === 0 ? lay(headline, y, 136, types.lead) : lay(headline, y + 13, 72, types.headline)
    headlines.push(laid)
    y = bottom(laid) + (index === 0 ? 18 : 13)
  }

  y += 10
  rule(y, 1, 'ink')
  const code = { x: POSTER_WIDTH - MARGIN - CODE, y: y + 20, width: CODE, height: CODE }
  const beside = COLUMN - CODE - 20
  const scan = lay(poster.scan, code.y + 6, 48, types.scan, beside)
  const about = lay(poster.about, bottom(scan) + 6, 40, types.note, beside)
  const firm = lay(poster.firm, code.y + CODE - 22, 18, types.firm, beside)
  return {
    masthead: [name, ...(number ? [number] : []), series, edition],
    headlines,
    notes: [scan, about, firm],
    rules,
    code,
    height: code.y + CODE + 30,
  }
}

function typesOf({ language }: Poster) {
  const face = serif[language]
  const isChinese = language === 'zh'
  const leading = isChinese ? 1.38 : 1.24
  const type = (sizes: Type['sizes'], colour: Colour, weight: Type['weight'] = 400): Type => ({
    face,
    sizes,
    colour,
    weight,
    leading,
  })
  return {
    name: { ...type(isChinese ? [44, 36, 28, 21] : [34, 30, 26, 22], 'ink', 700), leading: 1.3 },
    series: type([17, 15, 14], 'seal', 700),
    note: type([12.5, 11.5], 'ink2'),
    lead: type([32, 28, 25, 22], 'ink', 700),
    headline: type([19, 17, 15.5], 'ink', 700),
    scan: type([16, 15], 'ink', 700),
    firm: type([12, 11], 'ink3'),
  }
}

function bottom({ box }: LaidText): number {
  return box.y + box.height
}

function widest(context: Context, { font, lines }: LaidText): number {
  context.font = font
  return Math.max(...lines.map((line) => context.measureText(line).width))
}
