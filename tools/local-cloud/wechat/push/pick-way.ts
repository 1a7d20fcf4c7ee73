import { seededChance } from '../../seeded-chance'

/** One of several ways, by a chance: the same seed takes the same ways in the same order. */
export function pickWay<Way>(ways: readonly Way[], seed: number, count: number): Way {
  const way = ways[Math.floor(seededChance(seed, count) * ways.length)]
  if (way === undefined) throw new Error('There is no way to pick.')
  return way
}
