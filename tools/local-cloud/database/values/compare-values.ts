import { isObject } from '../ejson'

/** MongoDB's order of types; a missing value comes before all. */
export function rankOf(value: unknown): number {
  if (value === undefined) return 1
  if (value === null) return 5
  if (typeof value === 'number') return 10
  if (typeof value === 'string') return 15
  if (Array.isArray(value)) return 25
  if (typeof value === 'boolean') return 40
  if (value instanceof Date) return 45
  if (value instanceof RegExp) return 60
  return 20
}

/** MongoDB's order of all values: by type and then within it, texts by their bytes. */
export function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return compareNumbers(one, other)
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other)
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other)
  if (one instanceof Date && other instanceof Date) return one.getTime() - other.getTime()
  if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other)
  if (one instanceof RegExp && other instanceof RegExp)
    return compareTexts(one.source, other.source) || compareTexts(one.flags, other.flags)
  if (isObject(one) && isObject(other))
    return compareLists(Object.entries(one).map(asField), Object.entries(other).map(asField))
  return rankOf(one) - rankOf(other)
}

/** As MongoDB compares: the fields of an object in their order. */
export const areEqual = (one: unknown, other: unknown): boolean => compareValues(one, other) === 0

/** By code points, which is the order of UTF-8's bytes; JavaScript's own is that of UTF-16's halves. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const difference = placeOf(one.charCodeAt(at)) - placeOf(other.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Halves of characters beyond the basic plane come after all that is in it. */
const placeOf = (unit: number) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)

/** What is not a number comes before all numbers. */
function compareNumbers(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(other)) - Number(Number.isNaN(one))
  return one < other ? -1 : Number(one > other)
}

function compareLists(one: readonly unknown[], other: readonly unknown[]): number {
  for (let at = 0; at < one.length && at < other.length; at++) {
    const difference = compareValues(one[at], other[at])
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Fields are compared by type, then by name, then by value. */
const asField = ([name, value]: [string, unknown]) => [rankOf(value), name, value]
