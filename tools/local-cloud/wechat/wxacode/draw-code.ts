import { PNG } from 'pngjs'
import { encode } from 'uqr'

type Colour = { r: number; g: number; b: number }
type Look = { width: number; color: Colour; isTransparent: boolean }

const WHITE: Colour = { r: 255, g: 255, b: 255 }

/** Modules around the code that stay empty, as the standard asks. */
const BORDER = 4

/** A QR code as a PNG of that width, each module as many whole pixels wide as fit. */
export function drawCode(text: string, { width, color, isTransparent }: Look): Buffer {
  const { data: modules, size } = encode(text, { ecc: 'M', border: BORDER })
  const scale = Math.floor(width / size)
  const margin = Math.floor((width - size * scale) / 2)
  const dark = pixel(color, 255)
  const pixels = new Uint32Array(width * width).fill(pixel(WHITE, isTransparent ? 0 : 255))
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      for (let y = 0; isDark && y < scale; y += 1) {
        const start = (margin + row * scale + y) * width + margin + column * scale
        pixels.fill(dark, start, start + scale)
      }
  const png = new PNG({ width, height: width })
  png.data = Buffer.from(pixels.buffer)
  // Lines that are alike, one below the other, need no filter to become small.
  return PNG.sync.write(png, { filterType: 0 })
}

/** Its four bytes as one number, in this machine's order. */
function pixel({ r, g, b }: Colour, alpha: number): number {
  return new Uint32Array(Uint8Array.of(r, g, b, alpha).buffer)[0] ?? 0
}
