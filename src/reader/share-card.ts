import Taro from '@tarojs/taro'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { firstText } from '#shared/newsletter/shown-text'
import type { Context, DrawnCanvas } from '../drawing/context'
import { drawText } from '../drawing/draw-text'
import { serif } from '../drawing/faces'
import { layText, type Type } from '../drawing/lay-text'
import { light } from '../drawing/palette'
import { dateInWords } from './date-in-words'
import { DOT } from './dot'
import { wordsIn } from './words'
import { writePicture } from './write-picture'

/** 5 to 4, as WeChat shows it. */
const WIDTH = 320
const HEIGHT = 256
const MARGIN = 24
const COLUMN = WIDTH - 2 * MARGIN
const SCALE = 2

/**
 * The picture of a card: an issue's masthead above a headline, in a file. It is drawn where nobody sees it; null where
 * the phone cannot. Light, since nobody knows the receiver's phone. Not every WeChat makes a file of what is drawn
 * there, but its bytes can be had everywhere.
 */
export function shareCard(issue: Issue, headline: string, language: Language): string | null {
  const size = { width: WIDTH * SCALE, height: HEIGHT * SCALE }
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size }) as unknown as DrawnCanvas
    drawCard(canvas.getContext('2d') as Context, issue, headline, language)
    return writePicture(canvas.toDataURL('image/png'))
  } catch {
    return null
  }
}

function drawCard(context: Context, issue: Issue, headline: string, language: Language): void {
  const { publication, series } = issue
  const words = wordsIn(language)
  const date = dateInWords(issue, words)
  const edition = series.number === null ? date : `${words.number(series.number)}${DOT}${date}`

  context.scale(SCALE, SCALE)
  context.fillStyle = light.paper
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = light.ink
  context.fillRect(MARGIN, 56, COLUMN, 2)
  context.fillRect(MARGIN, 60, COLUMN, 1)
  write(firstText(publication, language), 16, 52, [26, 22, 13])
  const end = write(firstText(series.title, language), 70, 106, [15, 13], 'seal')
  write(headline, end + 4, 214, [32, 28, 24, 20, 17])
  write(edition, 224, 242, [13], 'ink2', 400)

  /** Between two heights; answers where it ends. */
  function write(
    text: string,
    y: number,
    bottom: number,
    sizes: Type['sizes'],
    colour: Type['colour'] = 'ink',
    weight: Type['weight'] = 700,
  ): number {
    const room = { x: MARGIN, y, width: COLUMN, height: bottom - y }
    const type = { face: serif[language], weight, sizes, leading: 1.36, colour }
    const laid = layText(context, text, room, type)
    drawText(context, laid, light)
    return y + laid.box.height
  }
}
