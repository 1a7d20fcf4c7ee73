import { PNG } from 'pngjs'
import { encode } from 'uqr'

type Look = { width: number; color: { r: number; g: number; b: number }; isTransparent: boolean }

/** Modules around the code that stay empty, as the standard asks. */
const BORDER = 4

/** A QR code as a picture of that width, each module as many whole pixels wide as fit. */
export function drawCode(text: string, { width, color, isTransparent }: Look): Buffer {
  const { data: modules, size } = encode(text, { ecc: 'M', border: BORDER })
  const scale = Math.floor(width / size)
  const margin = Math.floor((width - size * scale) / 2)
  const isDark = (x: number, y: number) =>
    modules[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)] === true

  const dark = Buffer.from([color.r, color.g, color.b, 255])
  const light = Buffer.from([255, 255, 255, isTransparent ? 0 : 255])
  const png = new PNG({ width, height: width })
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) (isDark(x, y) ? dark : light).copy(png.data, (y * width + x) * 4)
  return PNG.sync.write(png)
}
