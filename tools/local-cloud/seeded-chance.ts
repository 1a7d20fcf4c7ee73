import { createHash } from 'node:crypto'

/** From 0 to below 1; the same for the n-th of something under the same seed. */
export function seededChance(seed: number, n: number): number {
  return createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE() / 2 ** 32
}
