import { isObject } from '../ejson'

/** A text that values have in common exactly where MongoDB says that they are equal. */
export function equalityKey(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  // Adding zero makes 0 of -0, which is the same to MongoDB.
  if (typeof value === 'number') return String(value + 0)
  if (value instanceof Date) return `date ${value.getTime()}`
  if (value instanceof RegExp) return `regex ${JSON.stringify([value.source, value.flags])}`
  if (Array.isArray(value)) return `[${value.map(equalityKey).join()}]`
  if (!isObject(value)) return String(value)
  return `{${Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${equalityKey(field)}`)}}`
}

/** Of equal values the first. */
export function distinct<T>(values: readonly T[]): T[] {
  const found = new Map<string, T>()
  for (const value of values) {
    const key = equalityKey(value)
    if (!found.has(key)) found.set(key, value)
  }
  return [...found.values()]
}
