/** One half of a pair without the other: what is left of an emoji that was cut in the middle. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/**
 * The same with U+FFFD in the place of what no database can store as it is: it would come back as another text than the
 * one that was saved.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)])) as T
}
