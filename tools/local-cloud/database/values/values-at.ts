import { isObject } from '../ejson'

/**
 * What stands at a path, once for each element of an array on the way, as MongoDB follows a path; `undefined` where
 * an object on the way does not have the field. An array at the end is given whole.
 */
export function valuesAt(document: unknown, path: string): unknown[] {
  return path.includes('.') ? follow(document, path.split('.')) : [fieldOf(document, path)]
}

function follow(value: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path
  if (name === undefined) return [value]
  if (!Array.isArray(value)) return follow(fieldOf(value, name), rest)
  const inside = value.filter(isObject).flatMap((item) => follow(item, path))
  return isPosition(name) && Number(name) < value.length
    ? [...follow(value[Number(name)], rest), ...inside]
    : inside
}

/** Whether a name in a path may be a place in an array. */
export const isPosition = (name: string): boolean => /^(0|[1-9]\d*)$/.test(name)

const fieldOf = (value: unknown, name: string) =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
