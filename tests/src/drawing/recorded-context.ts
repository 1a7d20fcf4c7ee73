import type { Box, Context } from '../../../src/drawing/context'

/** A line as it was drawn: its text, its colour and the box that its letters take. */
export type DrawnLine = { text: string; colour: string; box: Box; clip: Box | null }

export type DrawnPicture = { box: Box; picture: unknown }

type Recorded = {
  context: Context
  lines: DrawnLine[]
  rects: { box: Box; colour: string }[]
  pictures: DrawnPicture[]
  /** In the order in which things were drawn. */
  calls: string[]
}

const SIZE = /(\d+(?:\.\d+)?)px/

/** A context that draws nothing and tells what it was asked for. A character is as wide as it is in most fonts. */
export function recordedContext(): Recorded {
  const lines: DrawnLine[] = []
  const rects: Recorded['rects'] = []
  const pictures: DrawnPicture[] = []
  const calls: string[] = []
  let clip: Box | null = null
  let asked: Box | null = null
  const sizeOf = (font: string) => Number(SIZE.exec(font)?.[1])
  const context: Context = {
    font: '',
    fillStyle: '',
    measureText: (text: string) => ({ width: widthOf(text) * sizeOf(context.font) }),
    fillText(text: string, x: number, y: number, most: number) {
      const size = sizeOf(context.font)
      // The left half of an opening bracket is empty.
      const empty = /^[《〈「『【〔〖（［｛]/u.test(text) ? size / 2 : 0
      const width = Math.min(widthOf(text) * size, most) - empty
      lines.push({
        text,
        colour: context.fillStyle,
        box: { x: x + empty, y: y - size * 0.86, width, height: size },
        clip,
      })
      calls.push('text')
    },
    fillRect(x: number, y: number, width: number, height: number) {
      rects.push({ box: { x, y, width, height }, colour: context.fillStyle })
      calls.push('rect')
    },
    drawImage(picture: unknown, x: number, y: number, width: number, height: number) {
      pictures.push({ picture, box: { x, y, width, height } })
      calls.push('picture')
    },
    rect(x: number, y: number, width: number, height: number) {
      asked = { x, y, width, height }
    },
    clip() {
      clip = asked
    },
    restore() {
      clip = null
    },
    save() {},
    beginPath() {},
    scale() {},
  }
  return { context, lines, rects, pictures, calls }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function widthOf(text: string): number {
  let width = 0
  for (const { segment } of segmenter.segment(text))
    width += (segment.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.5
  return width
}

export function isWithin(inner: Box, outer: Box): boolean {
  const slack = 0.001
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  )
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}
