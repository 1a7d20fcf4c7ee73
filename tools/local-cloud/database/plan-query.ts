import type { Conditions } from './conditions'
import { type Order, type Plan, planWay, type Readable } from './plan-way'
import type { StoredIndex } from './store-view'

/** More ranges than this are not read side by side, which their order would need. */
const MAX_ORDERED_RANGES = 32

/** The plan of most worth for all ways of meeting a query; where no index helps, reading the whole collection. */
export function planQuery(
  collection: string,
  ways: readonly Conditions[],
  order: Order,
  indexes: readonly StoredIndex[],
): Plan {
  const whole: Readable = { index: null, fields: ['_id'], prefix: [collection] }
  return [whole, ...indexes.map((index) => readable(collection, index))]
    .map((one) => planAll(one, ways, order))
    .reduce((best, plan) => (plan.worth > best.worth ? plan : best))
}

/** An entry ends with its document's id, so an index has that order too. */
function readable(collection: string, index: StoredIndex): Readable {
  const fields = index.fields.map(([field]) => field)
  return {
    index,
    fields: fields.includes('_id') ? fields : [...fields, '_id'],
    prefix: [collection, index.name],
  }
}

function planAll(one: Readable, ways: readonly Conditions[], order: Order): Plan {
  const plans = ways.map((way) => planWay(one, way, order))
  if (!plans.every(({ isBounded }) => isBounded))
    return planWay(one, { fields: new Map(), isComplete: ways.every(isAnything) }, order)
  const ranges = plans.flatMap((plan) => plan.ranges)
  return {
    readable: one,
    ranges,
    orderedBy: ranges.length > MAX_ORDERED_RANGES ? 0 : Math.min(...plans.map(({ orderedBy }) => orderedBy)),
    isWhole: plans.every(({ isWhole }) => isWhole),
    isBounded: true,
    worth: Math.min(...plans.map(({ worth }) => worth)),
  }
}

const isAnything = ({ fields, isComplete }: Conditions) => isComplete && fields.size === 0
