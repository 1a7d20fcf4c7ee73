import { createHash } from 'node:crypto'

/** One of several ways, by a chance: the same seed takes the same ways in the same order. */
export function pickWay<Way>(ways: readonly Way[], seed: number, count: number): Way {
  const chance = createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE()
  const way = ways[chance % ways.length]
  if (way === undefined) throw new Error('There is no way to pick.')
  return way
}
