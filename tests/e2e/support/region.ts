import { PNG } from 'pngjs'

export type Region = { x: number; y: number; width: number; height: number }

/** Of 255: what another build of the browser may differ by where a letter's edge fades out. */
const TOLERANCE = 32

/** The share of a region's pixels that differ between two pictures; all of them where the pictures differ in size. */
export function differing(one: PNG, other: PNG, { x, y, width, height }: Region): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let count = 0
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1)
      if (isOther(one.data, other.data, (row * one.width + column) * 4)) count += 1
  return count / (width * height)
}

function isOther(one: Buffer, other: Buffer, at: number): boolean {
  for (let channel = at; channel < at + 3; channel += 1)
    if (Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)) > TOLERANCE) return true
  return false
}

export function cropped(picture: PNG, { x, y, width, height }: Region): PNG {
  const part = new PNG({ width, height })
  PNG.bitblt(picture, part, x, y, width, height, 0, 0)
  return part
}
