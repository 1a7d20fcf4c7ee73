import type { Key } from 'lmdb'
import type { Condition, Conditions } from './conditions'
import { isDocumentId } from './document-id'
import { arrayMark, endOf, isSortable, keyPart, looseMark, nestedMark } from './index-key'
import type { KeyRange, StoredIndex } from './store-view'
import { rankOf } from './values/compare-values'

export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** An index, the fields that its keys are in the order of, and how they begin; the order of the ids has no index. */
export type Readable = { index: StoredIndex | null; fields: readonly string[]; prefix: Key[] }

/** A part of an index, or one document by its id. */
export type PlannedRange = KeyRange & { id?: string }

/** How a query is answered: which parts of an index are read, and what is left to do with what is found. */
export type Plan = {
  readable: Readable
  ranges: readonly PlannedRange[]
  /** How many fields of the order that was asked for the entries of each range are in. */
  orderedBy: number
  /** Whether the ranges hold all that was asked for, and no more. */
  isWhole: boolean
  /** Whether a condition of the query bounds what is read. */
  isBounded: boolean
  /** Less is read, or sorted, with a plan of more worth. */
  worth: number
}

const MAX_RANGES = 1000

/** Reads through one index what one way of meeting a query asks: equal fields, then one range, in the index's order. */
export function planWay(readable: Readable, { fields, isComplete }: Conditions, order: Order): Plan {
  const bounds = boundsOf(readable, fields)
  const { direction, orderedBy } = matchOrder(readable, bounds, order)
  const isOrdered = order.length > 0 && orderedBy === order.length
  return {
    readable,
    ranges: bounds.ranges.map((range) => ({ ...range, reverse: direction === -1 })),
    orderedBy,
    isWhole: isComplete && bounds.isExact && fields.size === bounds.usedCount,
    isBounded: bounds.usedCount > 0,
    worth: worthOf(readable, bounds) + (isOrdered ? 3 : 0),
  }
}

/** An id finds one document. Else an equal field narrows most, and an order without sorting is worth nearly as much. */
function worthOf({ index }: Readable, { pinned, usedCount }: Bounds): number {
  return !index && pinned.length > 0 ? 100 : pinned.length * 4 + (usedCount > pinned.length ? 2 : 0)
}

type Bounds = {
  ranges: Omit<PlannedRange, 'reverse'>[]
  /** The first fields of the index, which have one value each within a range. */
  pinned: string[]
  usedCount: number
  isExact: boolean
}

function boundsOf(readable: Readable, asked: ReadonlyMap<string, Condition>): Bounds {
  let prefixes = [readable.prefix]
  const bounds: Bounds = { ranges: [], pinned: [], usedCount: 0, isExact: true }
  let inArray: Condition | undefined
  for (const field of readable.fields) {
    const condition = asked.get(field)
    const isArray = hasMark(readable, arrayMark(field))
    // Two conditions hold for one entry only where one element must meet both.
    if (!condition || (isArray && inArray && !isOneElement(readable, inArray, condition))) break
    if (isArray) inArray ??= condition
    if (isArray) bounds.isExact = false
    const parts = condition.among && partsAmong(readable, field, condition.among)
    if (!parts || parts.length * prefixes.length > MAX_RANGES) {
      const isMerged = !isArray || isOneElement(readable, condition, condition)
      const ranged = isMerged ? condition : withoutHigh(condition)
      const ranges = prefixes.flatMap((prefix) => rangeIn(readable, field, prefix, ranged) ?? [])
      if (ranges.length === prefixes.length) return { ...bounds, ranges, usedCount: bounds.usedCount + 1 }
      break
    }
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => [...prefix, ...part]))
    bounds.pinned.push(field)
    bounds.usedCount += 1
    if (condition.low || condition.high) bounds.isExact = false
  }
  return { ...bounds, ranges: prefixes.map((prefix) => pointOrPrefix(readable, prefix)) }
}

/** What an equal field may be in a key; of several equal values one. */
function partsAmong(readable: Readable, field: string, values: readonly unknown[]): Key[][] {
  const parts = isBareId(readable, field)
    ? values.filter(isDocumentId).map((id) => [id])
    : values.map((value) => [...keyPart(value, fieldCount(readable))])
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]
}

function rangeIn(
  readable: Readable,
  field: string,
  prefix: Key[],
  { low, high }: Condition,
): { start: Key[]; end: Key[] } | null {
  const values = [low, high].flatMap((bound) => (bound ? [bound.value] : []))
  const [value] = values
  // Only values of the same type are compared; and where a value is cut short, its place is not known.
  if (values.some((other) => rankOf(other) !== rankOf(value))) return null
  if (values.length === 0 || !values.every((other) => isSortable(other, fieldCount(readable)))) return null
  if (isBareId(readable, field) && !values.every(isDocumentId)) return null
  const at = (bound: unknown): Key[] =>
    isBareId(readable, field) ? [String(bound)] : [...keyPart(bound, fieldCount(readable))]
  const typed = isBareId(readable, field) ? prefix : [...prefix, rankOf(value)]
  const start = low ? [...prefix, ...at(low.value)] : typed
  const end = high ? [...prefix, ...at(high.value)] : endOf(typed)
  return {
    start: low && !low.isIncluded ? endOf(start) : start,
    end: high?.isIncluded ? endOf(end) : end,
  }
}

function pointOrPrefix(readable: Readable, prefix: Key[]): Omit<PlannedRange, 'reverse'> {
  const range = { start: prefix, end: endOf(prefix) }
  const isPoint = !readable.index && prefix.length > readable.prefix.length
  return isPoint ? { ...range, id: String(prefix.at(-1)) } : range
}

/** In which direction the index is read, and how far its order is then the one that was asked for. */
function matchOrder(readable: Readable, { pinned, ranges }: Bounds, order: Order) {
  const rest = readable.fields.slice(pinned.length)
  const open = order.find(([field]) => !pinned.includes(field))
  const direction = open?.[1] ?? 1
  let orderedBy = 0
  let at = 0
  for (const [field, own] of order) {
    const isKnown = !hasMark(readable, arrayMark(field)) && !hasMark(readable, looseMark(field))
    const isNext = rest[at] === field && own === direction
    // After the id there are no equals left to order.
    if (rest[at - 1] !== '_id' && !(isKnown && (pinned.includes(field) || isNext))) break
    if (isNext) at += 1
    orderedBy += 1
  }
  return { direction, orderedBy: ranges.length > 0 ? orderedBy : order.length }
}

const hasMark = ({ index }: Readable, mark: string) => index?.marks.has(mark) === true
const fieldCount = ({ index }: Readable) => index?.fields.length ?? 1

/** Whether the field is the id that ends each key, which stands there by itself. */
const isBareId = ({ index }: Readable, field: string) =>
  field === '_id' && !index?.fields.some(([name]) => name === '_id')

const isOneElement = ({ index }: Readable, one: Condition, other: Condition) =>
  one.element !== null &&
  one.element === other.element &&
  !index?.fields.some(([field]) => index.marks.has(nestedMark(field)))

function withoutHigh(condition: Condition): Condition {
  const { high, ...rest } = condition
  return rest.low ? rest : condition
}
