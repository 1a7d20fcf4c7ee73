import { type Fields, isObject } from './ejson'
import { isPosition } from './values/values-at'

type Bound = { value: unknown; isIncluded: boolean }

/** What a query asks of one field, as far as an index can answer it: one of some values, or a range. */
export type Condition = {
  among?: readonly unknown[]
  low?: Bound
  high?: Bound
  /** The `$elemMatch` that asks it: what it asks is met by one element, all else perhaps by different ones. */
  element: Fields | null
}

/** What one way of meeting a query asks, all together. */
export type Conditions = {
  fields: Map<string, Condition>
  /** Whether this is all that the query asks. */
  isComplete: boolean
}

/** More ways than this are not worth an index each. */
const MAX_WAYS = 16

/**
 * The ways of meeting a query (`$or` makes several), each with what an index can answer of it: fields that are equal
 * to values, or less or greater, also within the elements of an array.
 */
export function readConditions(query: Fields): Conditions[] {
  return readAll(query, { prefix: '', element: null })
}

/** Where in the query: the path of the array whose elements are asked, if any. */
type Place = { prefix: string; element: Fields | null }

const anything = (isComplete: boolean): Conditions[] => [{ fields: new Map(), isComplete }]

function readAll(query: Fields, place: Place): Conditions[] {
  return Object.entries(query)
    .map(([field, value]) => read(field, value, place))
    .reduce(joinAll, anything(true))
}

function read(field: string, value: unknown, place: Place): Conditions[] {
  if (field === '$and' && isListOfObjects(value))
    return value.map((part) => readAll(part, place)).reduce(joinAll, anything(true))
  if (field === '$or' && isListOfObjects(value)) {
    const ways = value.flatMap((part) => readAll(part, place))
    return ways.length <= MAX_WAYS ? ways : anything(false)
  }
  // A number in a path may be a place in an array, which no index knows.
  if (field.startsWith('$') || field.split('.').some(isPosition)) return anything(false)
  return readField(place.prefix + field, value, place.element)
}

function readField(path: string, value: unknown, element: Fields | null): Conditions[] {
  return Object.entries(isObject(value) && hasOperators(value) ? value : { $eq: value })
    .map(([operator, operand]) => {
      if (operator === '$elemMatch' && isObject(operand)) return readElement(path, operand)
      const condition = readOperator(operator, operand)
      return condition
        ? [{ fields: new Map([[path, { ...condition, element }]]), isComplete: true }]
        : anything(false)
    })
    .reduce(joinAll, anything(true))
}

function readElement(path: string, query: Fields): Conditions[] {
  const ways = hasOperators(query)
    ? readField(path, query, query)
    : readAll(query, { prefix: `${path}.`, element: query })
  // An entry does not tell whether its value stood in an array.
  return ways.map(({ fields }) => ({ fields, isComplete: false }))
}

function readOperator(operator: string, operand: unknown): Omit<Condition, 'element'> | null {
  // Arrays and regular expressions meet more than what is equal to them.
  if (operator === '$in' && Array.isArray(operand))
    return operand.some(isAmbiguous) ? null : { among: operand }
  if (isAmbiguous(operand)) return null
  if (operator === '$eq') return { among: [operand] }
  if (!isOrdered(operand)) return null
  const bound = { value: operand, isIncluded: operator.endsWith('e') }
  if (operator === '$gt' || operator === '$gte') return { low: bound }
  if (operator === '$lt' || operator === '$lte') return { high: bound }
  return null
}

/** Every way of the one with every way of the other. */
function joinAll(some: Conditions[], others: Conditions[]): Conditions[] {
  if (some.length * others.length > MAX_WAYS) return some.map((one) => ({ ...one, isComplete: false }))
  return some.flatMap((one) => others.map((other) => join(one, other)))
}

function join(one: Conditions, other: Conditions): Conditions {
  const fields = new Map(one.fields)
  let isComplete = one.isComplete && other.isComplete
  for (const [field, condition] of other.fields) {
    const known = fields.get(field)
    if (!known || isOtherSide(known, condition)) fields.set(field, { ...known, ...condition })
    else isComplete = false
  }
  return { fields, isComplete }
}

const isOtherSide = (known: Condition, added: Condition) =>
  known.element === added.element &&
  !known.among &&
  !added.among &&
  !(known.low && added.low) &&
  !(known.high && added.high)

const isListOfObjects = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject)

const isAmbiguous = (value: unknown) =>
  Array.isArray(value) ||
  value instanceof RegExp ||
  value === undefined ||
  (isObject(value) && hasOperators(value))

const hasOperators = (value: Fields) => Object.keys(value)[0]?.startsWith('$') === true

const isOrdered = (value: unknown) =>
  typeof value === 'string' || value instanceof Date || (typeof value === 'number' && !Number.isNaN(value))
