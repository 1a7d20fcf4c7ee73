import { type Fields, isObject } from '../ejson'
import { matchedPosition } from '../query/matched-position'
import { isPosition, valuesAt } from '../values/values-at'
import { describe, updateError } from './update-error'

/** MongoDB's own: a place far beyond an array's end would fill it with nulls. */
const MAX_PADDING = 1_500_000

/** Refuses a path that no update may have. */
export function assertUpdatePath(path: string): void {
  if (path === '' || path.split('.').includes(''))
    throw updateError(`The update path '${path}' contains an empty field name, which is not allowed.`)
  const [first = '', ...rest] = path.split('.')
  if (first.startsWith('$$') || (first.startsWith('$') && rest.length === 0) || first === '$')
    throw updateError(`The dollar ($) prefixed field '${first}' in '${path}' is not valid for storage.`)
  for (const name of rest) {
    if (/^\$\[.+\]$/.test(name))
      throw updateError(`No array filter found for identifier '${name.slice(2, -1)}' in path '${path}'`)
    if (name.startsWith('$') && name !== '$' && name !== '$[]')
      throw updateError(`The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`)
  }
}

/** Refuses two paths of which one is, or lies within, the other. */
export function assertNoConflict(paths: readonly string[]): void {
  const known = new Set<string>()
  for (const path of paths) {
    const parts = path.split('.')
    const inside = parts.map((_, at) => parts.slice(0, at + 1).join('.')).find((part) => known.has(part))
    const around = [...known].find((other) => other.startsWith(`${path}.`))
    if (inside !== undefined || around !== undefined)
      throw updateError(`Updating the path '${path}' would create a conflict at '${inside ?? path}'`)
    known.add(path)
  }
}

/** The paths that a path with `$` or `$[]` means in this document. */
export function resolvePositions(path: string, document: Fields, query: Fields): string[][] {
  return path.split('.').reduce<string[][]>(
    (paths, name) => {
      if (name !== '$' && name !== '$[]') return paths.map((start) => [...start, name])
      return paths.flatMap((start) =>
        positions(name, start.join('.'), document, query).map((at) => [...start, String(at)]),
      )
    },
    [[]],
  )
}

function positions(name: '$' | '$[]', arrayPath: string, document: Fields, query: Fields): number[] {
  if (name === '$') return [matchedPosition(document, arrayPath, query)]
  const [list] = valuesAt(document, arrayPath)
  if (list === undefined)
    throw updateError(`The path '${arrayPath}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(list))
    throw updateError(`Cannot apply array updates to non-array element ${describe(arrayPath, list)}`)
  return list.map((_, at) => at)
}

/** Takes so much of the room that an update has, or refuses. */
export type Spend = (bytes: number) => void

/** What a null and its comma take. */
const BYTES_OF_PADDING = 5

/** A place in a document: a field of an object, or one of an array. */
export class Place {
  readonly #parent: Fields | unknown[]
  readonly #name: string
  readonly #spend: Spend | null

  constructor(parent: Fields | unknown[], name: string, spend: Spend | null) {
    this.#parent = parent
    this.#name = name
    this.#spend = spend
  }

  get isInArray(): boolean {
    return Array.isArray(this.#parent)
  }

  get value(): unknown {
    if (Array.isArray(this.#parent)) return this.#parent[Number(this.#name)]
    return Object.hasOwn(this.#parent, this.#name) ? this.#parent[this.#name] : undefined
  }

  set value(value: unknown) {
    if (Array.isArray(this.#parent)) {
      const at = Number(this.#name)
      if (at - this.#parent.length > MAX_PADDING)
        throw updateError(`can't backfill array to larger than ${MAX_PADDING} elements`)
      this.#spend?.(Math.max(at - this.#parent.length, 0) * BYTES_OF_PADDING)
      while (this.#parent.length < at) this.#parent.push(null)
      this.#parent[at] = value
    } else this.#parent[this.#name] = value
  }

  /** An array keeps its length: null takes the place. */
  remove(): void {
    if (this.value === undefined) return
    if (Array.isArray(this.#parent)) this.#parent[Number(this.#name)] = null
    else delete this.#parent[this.#name]
  }
}

/** The place at a path; objects on the way are made where there is room to be spent, else null where there is no way. */
export function placeAt(document: Fields, path: readonly string[], make: Spend | null): Place | null {
  const [last = '', ...reversed] = [...path].reverse()
  let parent: Fields | unknown[] = document
  let parentName = ''
  for (const name of reversed.reverse()) {
    const place: Place | null = within(parent, parentName, name, make)
    if (!place) return null
    if (place.value === undefined) {
      if (!make) return null
      place.value = {}
    }
    const next = place.value
    if (!isObject(next) && !Array.isArray(next)) return unreachable(path, name, next, make)
    parent = next
    parentName = name
  }
  return within(parent, parentName, last, make)
}

function within(
  parent: Fields | unknown[],
  parentName: string,
  name: string,
  make: Spend | null,
): Place | null {
  if (!Array.isArray(parent) || isPosition(name)) return new Place(parent, name, make)
  if (make) throw updateError(`Cannot create field '${name}' in element ${describe(parentName, parent)}`)
  return null
}

function unreachable(path: readonly string[], name: string, value: unknown, make: Spend | null): null {
  if (!make) return null
  const next = path[path.indexOf(name) + 1] ?? ''
  throw updateError(`Cannot create field '${next}' in element ${describe(name, value)}`)
}
