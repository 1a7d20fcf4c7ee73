import type { Fields } from './ejson'
import type { Order } from './plan-way'
import { compareValues } from './values/compare-values'
import { valuesAt } from './values/values-at'

type Holder = { fields: Fields }

/** In MongoDB's order; equal ones stay as they came. */
export function sortDocuments<T extends Holder>(documents: readonly T[], order: Order): T[] {
  return documents
    .map((document) => ({ document, place: order.map((key) => placeOf(document, key)) }))
    .sort((one, other) => comparePlaces(one.place, other.place, order))
    .map(({ document }) => document)
}

/** Whether the order leaves the two as they are. */
export function haveEqualPlace(one: Holder, other: Holder, order: Order): boolean {
  return order.every((key) => compareValues(placeOf(one, key), placeOf(other, key)) === 0)
}

function comparePlaces(one: readonly unknown[], other: readonly unknown[], order: Order): number {
  for (const [at, [, direction]] of order.entries()) {
    const difference = compareValues(one[at], other[at])
    if (difference !== 0) return difference * direction
  }
  return 0
}

/** Where an array is met, its least element counts, or its greatest when the order falls; an empty one is the least. */
function placeOf({ fields }: Holder, [field, direction]: Order[number]): unknown {
  const values = valuesAt(fields, field)
  const found = values.flatMap((value) => (Array.isArray(value) ? value : [value ?? null]))
  if (found.length === 0) return values.length > 0 ? undefined : null
  return found.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
