export const MAGNITUDE = 'hundred|thousand|million|billion|trillion'

const VALUES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  b: 1_000_000_000,
  trillion: 1_000_000_000_000,
}

export function magnitudeOf(word: string): number {
  return VALUES[word.toLowerCase()] ?? 1
}
