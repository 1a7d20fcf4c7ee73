import { randomFillSync } from 'node:crypto'

/** Of each picture, in three colours of a byte each. */
export const SIZE = { width: 500, height: 400 }

const BYTES = SIZE.width * SIZE.height * 3

/** Pictures of together at most so many bytes, which no packing makes smaller. */
export function noisePictures(bytes: number): Uint8Array[] {
  return Array.from({ length: Math.floor(bytes / BYTES) }, () => randomFillSync(new Uint8Array(BYTES)))
}
