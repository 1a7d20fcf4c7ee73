import type { Place, Problem } from '#shared/newsletter/problem'

/** Takes a warning; each step reports what it is unsure of through one of these. */
export type Warn = (code: string, message: string, place: Place) => void

export function warnInto(problems: Problem[]): Warn {
  return (code, message, place) => problems.push({ severity: 'warning', code, message, place })
}

export function anError(code: string, message: string, place: Place): Problem {
  return { severity: 'error', code, message, place }
}

/** In the document's order; problems of one place keep the order in which they were found. */
export function byPlace(a: { place: Place }, b: { place: Place }): number {
  const [lineA, columnA] = position(a.place)
  const [lineB, columnB] = position(b.place)
  return lineA - lineB || columnA - columnB
}

function position(place: Place): [number, number] {
  if ('line' in place) return [place.line, place.column]
  return ['page' in place ? place.page : place.paragraph, 0]
}
