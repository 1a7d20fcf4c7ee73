import Taro from '@tarojs/taro'
import type { Language } from '#shared/newsletter/bilingual'
import type { Box, Context } from '../drawing/context'
import { drawText } from '../drawing/draw-text'
import { serif } from '../drawing/faces'
import { layText } from '../drawing/lay-text'
import { type Colour, palettes } from '../drawing/palette'

/** What stands on the picture of a card, all of it in one language. */
export type ShareCard = {
  language: Language
  publication: string
  series: string
  /** The first item's title, or that of the item that is shared. */
  headline: string
  /** Of the issue: its number, and when it came out. */
  edition: string
}

/** 5 to 4, as WeChat shows it. */
const WIDTH = 320
const HEIGHT = 256
const MARGIN = 24
const SCALE = 2

/** Draws it where nobody sees it; rejects where the phone cannot. Light, since nobody knows the receiver's phone. */
export async function shareCardPicture(card: ShareCard): Promise<string> {
  const size = { width: WIDTH * SCALE, height: HEIGHT * SCALE }
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size })
  drawShareCard(canvas.getContext('2d') as unknown as Context, card)
  const picture = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, ...size })
  return picture.tempFilePath
}

export function drawShareCard(context: Context, card: ShareCard): void {
  const face = serif[card.language]
  const palette = palettes.light
  const column = WIDTH - 2 * MARGIN
  context.scale(SCALE, SCALE)
  fill({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, 'paper')
  write(card.publication, 18, 36, 'ink', 700, [26, 22, 14])
  fill({ x: MARGIN, y: 58, width: column, height: 2 }, 'ink')
  fill({ x: MARGIN, y: 62, width: column, height: 1 }, 'ink')
  write(card.series, 74, 22, 'seal', 700, [15, 13])
  write(card.headline, 102, 114, 'ink', 700, [32, 28, 24, 20])
  write(card.edition, 220, 20, 'ink2', 400, [13])

  function fill({ x, y, width, height }: Box, colour: Colour): void {
    context.fillStyle = palette[colour]
    context.fillRect(x, y, width, height)
  }

  function write(
    text: string,
    y: number,
    height: number,
    colour: Colour,
    weight: 400 | 700,
    sizes: readonly [number, ...number[]],
  ): void {
    const type = { face, weight, sizes, leading: 1.38, colour }
    drawText(context, layText(context, text, { x: MARGIN, y, width: column, height }, type), palette)
  }
}
