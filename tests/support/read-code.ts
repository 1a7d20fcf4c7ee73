import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** Pixels of which one is looked at: a code for print has modules of twenty and more. */
const STEP = 4

/** What a code's picture says to whoever scans it, and how wide it is. `picture` is a data URL, or a PNG's bytes. */
export function readCode(picture: string | Buffer): { address: string; width: number } {
  const bytes =
    typeof picture === 'string' ? Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64') : picture
  const { data, width } = PNG.sync.read(bytes)
  const step = width > 1_000 ? STEP : 1
  const size = Math.floor(width / step)
  const seen = new Uint32Array(size * size)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      seen[row * size + column] = data.readUInt32LE((row * step * width + column * step) * 4)
  const read = jsqr(new Uint8ClampedArray(seen.buffer), size, size)
  if (!read) throw new Error('There is no code in this picture.')
  return { address: read.data, width }
}

/** The page and the scene that WeChat would open a code's page with: encoded, as it hands them on. */
export function sceneOf(address: string): { path: string; scene: string } {
  const [, path = '', scene = ''] = /#\/([^?]+)\?scene=([^&]+)$/u.exec(address) ?? []
  return { path, scene }
}
