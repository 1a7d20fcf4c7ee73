import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Region } from './region'

/** What was drawn on the page's canvas, in its pixels: lines of text in their order, and the code. */
export type Drawn = { lines: (Region & { text: string })[]; code: Region; picture: PNG }

type Recorded = { text: string | null; x: number; y: number; width: number; height: number }

/** A script for the start of a page: writes down what is drawn, from the last time that a paper was laid. */
export const recordDrawing = `(${record.toString()})()`

/** Runs in the page, and therefore stands alone. */
function record(): void {
  const drawn: Recorded[] = []
  Object.assign(window, { drawn })
  const { fillRect, fillText, drawImage } = CanvasRenderingContext2D.prototype
  const keep = (
    context: CanvasRenderingContext2D,
    text: string | null,
    [x, y, width, height]: [number, number, number, number],
  ) => {
    const { a, d } = context.getTransform()
    drawn.push({ text, x: x * a, y: y * d, width: width * a, height: height * d })
  }
  Object.assign(CanvasRenderingContext2D.prototype, {
    fillRect(this: CanvasRenderingContext2D, ...box: [number, number, number, number]) {
      if (box[0] === 0 && box[1] === 0) drawn.length = 0
      fillRect.apply(this, box)
    },
    fillText(this: CanvasRenderingContext2D, text: string, x: number, y: number, most: number) {
      const size = Number(/([\d.]+)px/u.exec(this.font)?.[1])
      keep(this, text, [x, y - size, this.measureText(text).width, size * 1.25])
      fillText.call(this, text, x, y, most)
    },
    drawImage(
      this: CanvasRenderingContext2D,
      picture: CanvasImageSource,
      ...box: [number, number, number, number]
    ) {
      keep(this, null, box)
      Reflect.apply(drawImage, this, [picture, ...box])
    },
  })
}

/** Waits for a poster, which ends with its code. */
export async function drawnPoster(page: Page): Promise<Drawn> {
  await page.waitForFunction(() => (window as unknown as { drawn: Recorded[] }).drawn.at(-1)?.text === null)
  const { drawn, url } = await page.evaluate(() => ({
    drawn: (window as unknown as { drawn: Recorded[] }).drawn,
    url: document.querySelector('canvas')?.toDataURL('image/png') ?? '',
  }))
  const picture = PNG.sync.read(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  const pieces = drawn.map(({ text, ...box }) => ({ text, ...inPixels(box, picture) }))
  const code = pieces.find(({ text }) => text === null)
  if (!code) throw new Error('There is no code on the poster.')
  const lines = pieces.flatMap(({ text, ...box }) => (text === null ? [] : [{ text, ...box }]))
  return { lines, code, picture }
}

function inPixels({ x, y, width, height }: Region, picture: PNG): Region {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(picture.width, Math.ceil(x + width))
  const bottom = Math.min(picture.height, Math.ceil(y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The smallest box around some others. */
export function around(boxes: readonly Region[]): Region {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}
