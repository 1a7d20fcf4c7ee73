import Taro from '@tarojs/taro'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { firstText } from '#shared/newsletter/shown-text'
import type { Context } from '../drawing/context'
import { drawText } from '../drawing/draw-text'
import { serif } from '../drawing/faces'
import { layText, type Type } from '../drawing/lay-text'
import { light } from '../drawing/palette'
import { dateInWords } from './date-in-words'
import { DOT } from './dot'
import { wordsIn } from './words'

/** 5 to 4, as WeChat shows it. */
const WIDTH = 320
const HEIGHT = 256
const MARGIN = 24
const COLUMN = WIDTH - 2 * MARGIN
const SCALE = 2

/**
 * The picture of a card: an issue's masthead above a headline. It is drawn where nobody sees it; null where the phone
 * cannot. Light, since nobody knows the receiver's phone.
 */
export async function shareCard(issue: Issue, headline: string, language: Language): Promise<string | null> {
  const size = { width: WIDTH * SCALE, height: HEIGHT * SCALE }
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size }) as unknown as Taro.Canvas
    drawCard(canvas.getContext('2d') as unknown as Context, issue, headline, language)
    return (await Taro.canvasToTempFilePath({ canvas, ...size })).tempFilePath
  } catch {
    return null
  }
}

function drawCard(context: Context, issue: Issue, headline: string, language: Language): void {
  const { publication, series } = issue
  const words = wordsIn(language)
  const date = dateInWords(issue, words)
  const write = (
    text: string,
    y: number,
    height: number,
    sizes: Type['sizes'],
    colour: Type['colour'] = 'ink',
    weight: Type['weight'] = 700,
  ) => {
    const type = { face: serif[language], weight, sizes, leading: 1.38, colour }
    drawText(context, layText(context, text, { x: MARGIN, y, width: COLUMN, height }, type), light)
  }

  context.scale(SCALE, SCALE)
  context.fillStyle = light.paper
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = light.ink
  context.fillRect(MARGIN, 58, COLUMN, 2)
  context.fillRect(MARGIN, 62, COLUMN, 1)
  write(firstText(publication, language), 18, 36, [26, 22, 13])
  write(firstText(series.title, language), 74, 22, [15, 13], 'seal')
  write(headline, 102, 114, [32, 28, 24, 20])
  write(
    series.number === null ? date : `${words.number(series.number)}${DOT}${date}`,
    220,
    20,
    [13],
    'ink2',
    400,
  )
}
