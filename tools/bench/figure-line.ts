import type { Figure } from './figure'

export function isWithinLimit({ value, atLeast, atMost }: Figure): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}

/** A figure beside its limit, for people. */
export function figureLine(figure: Figure): string {
  const verdict = isWithinLimit(figure) ? 'ok' : 'MISSED'
  const limit = limitOf(figure)
  return `${figure.name.padEnd(24)} ${figure.value.toFixed(2).padStart(6)}  ${limit.padEnd(14)} ${verdict.padEnd(7)} against ${figure.baseline}`
}

function limitOf({ atLeast, atMost }: Figure): string {
  if (atLeast !== undefined) return `at least ${atLeast}`
  return atMost === undefined ? 'stated' : `at most ${atMost}`
}
