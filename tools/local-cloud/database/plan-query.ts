import type { Key } from 'lmdb'
import type { Condition, Conditions } from './conditions'
import { endOf, rankOf, scalarKey } from './index-key'
import type { KeyRange, StoredIndex } from './store'

export type Order = readonly (readonly [field: string, direction: 1 | -1])[]

/** How an index answers a query. */
export type Plan = {
  index: StoredIndex
  range: KeyRange
  /** Whether its entries come in the order that was asked for. */
  isOrdered: boolean
  /** Whether they are all that was asked for, and no more. */
  isWhole: boolean
}

/** The index that answers a query best, with the part of it to read; null where none helps. */
export function planQuery(
  collection: string,
  conditions: Conditions,
  order: Order,
  indexes: readonly StoredIndex[],
): Plan | null {
  const plans = indexes
    .filter((index) => index.isExact)
    .map((index) => planFor(index, collection, conditions, order))
    .filter((plan) => plan.worth > 0)
  return plans.reduce<(Plan & { worth: number }) | null>(
    (best, plan) => (best && best.worth >= plan.worth ? best : plan),
    null,
  )
}

function planFor(index: StoredIndex, collection: string, conditions: Conditions, order: Order) {
  const fields = index.fields.map(([field]) => field)
  const equals = takeWhile(fields, (field) => conditions.fields.get(field)?.equal !== undefined)
  const next = conditions.fields.get(fields[equals.length] ?? '')
  const ranged = next && (next.low || next.high) ? next : undefined
  const prefix = [
    collection,
    index.name,
    ...equals.flatMap((field) => equalKey(conditions.fields.get(field))),
  ]
  const direction = directionOf(order, equals, fields.slice(equals.length))
  const used = new Set(ranged ? fields.slice(0, equals.length + 1) : equals)
  return {
    index,
    range: { ...keyRange(prefix, ranged), reverse: direction === -1 },
    isOrdered: direction !== null,
    isWhole:
      conditions.isComplete && [...conditions.fields].every(([field, asked]) => isAnswered(field, asked)),
    // An equal field narrows most; an order that needs no sorting is worth a field.
    worth: equals.length * 2 + (ranged ? 1 : 0) + (order.length > 0 && direction !== null ? 2 : 0),
  }

  function isAnswered(field: string, { equal, low, high }: Condition): boolean {
    if (!used.has(field)) return false
    return equals.includes(field) ? low === undefined && high === undefined : equal === undefined
  }
}

/** The direction in which the index's rest is in the order asked for; null if it is in neither. */
function directionOf(order: Order, equals: readonly string[], rest: readonly string[]): 1 | -1 | null {
  // All documents of a range share the equal fields, so ordering by them changes nothing.
  const open = order.filter(([field]) => !equals.includes(field))
  const direction = open[0]?.[1] ?? 1
  return open.every(([field, own], at) => field === rest[at] && own === direction) ? direction : null
}

function keyRange(prefix: Key[], ranged: Condition | undefined): { start: Key[]; end: Key[] } {
  if (!ranged) return { start: prefix, end: endOf(prefix) }
  const { low, high } = ranged
  const typed = [...prefix, ...((low ?? high) ? [rankOf((low ?? high)?.value ?? null)] : [])]
  const start = low ? [...prefix, ...scalarKey(low.value)] : typed
  const end = high ? [...prefix, ...scalarKey(high.value)] : endOf(typed)
  return {
    start: low && !low.isIncluded ? endOf(start) : start,
    end: high?.isIncluded ? endOf(end) : end,
  }
}

const equalKey = (condition: Condition | undefined): Key[] => scalarKey(condition?.equal ?? null)

function takeWhile<T>(items: readonly T[], test: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !test(item))
  return items.slice(0, end === -1 ? items.length : end)
}
