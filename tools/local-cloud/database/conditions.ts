import { type Fields, isObject } from './ejson'
import { isScalar, rankOf, type Scalar } from './index-key'

type Bound = { value: Scalar; isIncluded: boolean }

/** What a query asks of one field, as far as an index can answer it. */
export type Condition = { equal?: Scalar; low?: Bound; high?: Bound }

export type Conditions = {
  fields: Map<string, Condition>
  /** Whether this is all that the query asks. */
  isComplete: boolean
}

/** Finds in a query what an index can answer: scalars that are equal, or less or greater, joined by "and". */
export function readConditions(query: Fields): Conditions {
  const conditions: Conditions = { fields: new Map(), isComplete: true }
  readInto(conditions, query)
  return conditions
}

function readInto(conditions: Conditions, query: Fields): void {
  for (const [field, value] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(value) && value.every(isObject))
      for (const part of value) readInto(conditions, part)
    else if (field.startsWith('$') || !readField(conditions, field, value)) conditions.isComplete = false
  }
}

function readField(conditions: Conditions, field: string, value: unknown): boolean {
  const condition = conditions.fields.get(field) ?? {}
  const operators = isObject(value) ? value : { $eq: value }
  const isRead = Object.entries(operators).map(([operator, operand]) =>
    readOperator(condition, operator, operand),
  )
  if (isRead.some(Boolean)) conditions.fields.set(field, condition)
  return isRead.length > 0 && isRead.every(Boolean)
}

/** Answers false for what an index cannot answer, or where the same side is already bounded. */
function readOperator(condition: Condition, operator: string, operand: unknown): boolean {
  if (!isScalar(operand)) return false
  if (operator === '$eq') return assignOnce(condition, 'equal', operand)
  if (!isOrdered(operand)) return false
  const bound = { value: operand, isIncluded: operator.endsWith('e') }
  const other = operator.startsWith('$gt') ? condition.high : condition.low
  // MongoDB compares within a type, so bounds of two types match nothing; the index has no range for that.
  if (other && rankOf(other.value) !== rankOf(operand)) return false
  if (operator === '$gt' || operator === '$gte') return assignOnce(condition, 'low', bound)
  if (operator === '$lt' || operator === '$lte') return assignOnce(condition, 'high', bound)
  return false
}

function assignOnce<K extends keyof Condition>(condition: Condition, name: K, value: Condition[K]): boolean {
  if (condition[name] !== undefined) return false
  condition[name] = value
  return true
}

const isOrdered = (value: Scalar) => value !== null && typeof value !== 'boolean'
