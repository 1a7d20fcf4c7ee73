import type { Random } from '../../../../support/create-random'

/** Whether something happens that happens in this share of all cases. */
export function happens(random: Random, share: number): boolean {
  return random.below(1_000_000) < share * 1_000_000
}

/** ms, from `least` to `most`. */
export function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1)
}
