/**
 * The seeds of a randomised test: a few in `npm test`, the full number by `npm run soak`, which sets
 * SOAK_SEEDS (how many) and SOAK_FROM (the first).
 */
export function seeds(inTests: number): number[] {
  const count = Number(process.env.SOAK_SEEDS ?? inTests)
  const from = Number(process.env.SOAK_FROM ?? 1)
  return Array.from({ length: count }, (_, offset) => from + offset)
}
