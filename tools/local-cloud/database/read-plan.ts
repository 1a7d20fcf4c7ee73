import type { Key } from 'lmdb'
import { compareKeys } from '../data/compare-keys'
import type { Order, Plan, PlannedRange, Readable } from './plan-way'
import type { StoreView } from './store-view'
import type { StoredDocument } from './stored-document'

/** An entry of an index, or the key of a document that is at hand already. */
export type Entry = { key: readonly Key[]; document?: StoredDocument }

/** The entries that a plan asks for, each document's once, in the order that the plan promises. */
export function* readPlan(
  view: StoreView,
  collection: string,
  { readable, ranges, orderedBy }: Plan,
  order: Order,
): Iterable<Entry> {
  const sorted = ranges.map((range) => range).sort((one, other) => compareKeys(one.start, other.start))
  const parts = (sorted[0]?.reverse ? sorted.reverse() : sorted).map((range) =>
    readRange(view, collection, readable, range),
  )
  const promised = order.slice(0, orderedBy)
  const entries =
    parts.length > 1 && promised.length > 0 ? merge(parts, byKeys(readable, promised)) : chain(parts)
  if (parts.length === 1 && !readable.index?.marks.size) yield* entries
  else yield* once(entries)
}

export const idOf = ({ key }: Entry): string => String(key.at(-1))

function* readRange(
  view: StoreView,
  collection: string,
  { index }: Readable,
  range: PlannedRange,
): Iterable<Entry> {
  if (index) for (const key of view.keys(range)) yield { key }
  else if (range.id === undefined)
    for (const document of view.documents(collection, range))
      yield { key: [collection, document.id], document }
  else {
    const document = view.document(collection, range.id)
    if (document) yield { key: [collection, document.id], document }
  }
}

function* chain<T>(parts: readonly Iterable<T>[]): Iterable<T> {
  for (const part of parts) yield* part
}

function* once(entries: Iterable<Entry>): Iterable<Entry> {
  const seen = new Set<string>()
  for (const entry of entries) {
    const id = idOf(entry)
    if (!seen.has(id)) yield entry
    seen.add(id)
  }
}

/** Reads sorted parts side by side as one. */
function* merge<T>(parts: readonly Iterable<T>[], compare: (one: T, other: T) => number): Iterable<T> {
  const heads = parts.map((part) => part[Symbol.iterator]()).map((rest) => ({ rest, next: rest.next() }))
  try {
    for (;;) {
      const open = heads.filter(({ next }) => !next.done)
      const [first] = open
      if (!first) return
      const least = open.reduce(
        (one, other) => (compare(other.next.value, one.next.value) < 0 ? other : one),
        first,
      )
      yield least.next.value
      least.next = least.rest.next()
    }
  } finally {
    for (const { rest } of heads) rest.return?.()
  }
}

/** Compares entries by the fields of an order, as far as documents can differ in them. */
function byKeys(readable: Readable, order: Order): (one: Entry, other: Entry) => number {
  const end = order.findIndex(([field]) => field === '_id')
  const parts = (end === -1 ? order : order.slice(0, end + 1)).map(([field, direction]) => {
    const at = readable.prefix.length + 2 * readable.fields.indexOf(field)
    return { at, direction }
  })
  return (one, other) => {
    for (const { at, direction } of parts) {
      const difference = compareKeys(one.key.slice(at, at + 2), other.key.slice(at, at + 2))
      if (difference !== 0) return difference * direction
    }
    return 0
  }
}
