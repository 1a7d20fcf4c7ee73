import type { Difference } from './difference'
import { isSameValue } from './same-value'

/** One value of three versions: what only one side changed is taken; what both changed differently is ours, and told. */
export function threeWay<T>(base: T, ours: T, theirs: T, differ: (difference: Values) => void): T {
  if (isSameValue(ours, theirs) || isSameValue(theirs, base)) return ours
  if (isSameValue(ours, base)) return theirs
  differ({ base, ours, theirs })
  return ours
}

export type Values = Pick<Difference, 'base' | 'ours' | 'theirs'>
