import { type Fields, isObject } from '../ejson'
import { MINGO_OPTIONS } from '../query/mingo-options'
import { elementTest } from '../query/query-operators'
import { readOrder } from '../read-order'
import { sortDocuments } from '../sort-documents'
import { areEqual, compareValues } from '../values/compare-values'
import type { UpdateOperator } from './field-operators'
import { describe, typeName, updateError } from './update-error'

const CLAUSES = ['$each', '$position', '$slice', '$sort']

const push: UpdateOperator = {
  makes: true,
  check(operand) {
    if (!hasClauses(operand)) return
    const unknown = Object.keys(operand).find((name) => !CLAUSES.includes(name))
    if (unknown !== undefined) throw updateError(`Unrecognized clause in $push: ${unknown}`)
    assertEach('$push', operand.$each)
    for (const name of ['$slice', '$position'])
      if (operand[name] !== undefined && !Number.isInteger(operand[name]))
        throw updateError(
          `The value for ${name} must be an integer value but was given type: ${typeName(operand[name])}`,
        )
    const sort = operand.$sort
    if (sort !== undefined && !isObject(sort) && sort !== 1 && sort !== -1)
      throw updateError('The $sort element value must be either 1 or -1')
    if (isObject(sort)) readOrder(sort)
  },
  apply(current = [], operand, { path, id }) {
    if (!Array.isArray(current))
      throw updateError(
        `The field '${path}' must be an array but is of type ${typeName(current)} in document ${describe('_id', id)}`,
      )
    const { $each, $position, $sort, $slice }: Fields = hasClauses(operand) ? operand : { $each: [operand] }
    const at = $position === undefined ? current.length : Number($position)
    const pushed = [...current.slice(0, at), ...($each as unknown[]), ...current.slice(at)]
    const sorted = $sort === undefined ? pushed : sortElements(pushed, $sort)
    if ($slice === undefined) return sorted
    return Number($slice) < 0 ? sorted.slice(Number($slice)) : sorted.slice(0, Number($slice))
  },
}

const addToSet: UpdateOperator = {
  makes: true,
  check(operand) {
    if (isObject(operand) && '$each' in operand) assertEach('$addToSet', operand.$each)
  },
  apply(current = [], operand, { path }) {
    if (!Array.isArray(current))
      throw updateError(
        `Cannot apply $addToSet to non-array field. Field named '${path.split('.').at(-1)}' has non-array type ${typeName(current)}`,
      )
    const added = isObject(operand) && '$each' in operand ? (operand.$each as unknown[]) : [operand]
    const set = [...current]
    for (const value of added) if (!set.some((other) => areEqual(other, value))) set.push(value)
    return set
  },
}

const pop: UpdateOperator = {
  makes: false,
  check(operand) {
    if (operand !== 1 && operand !== -1)
      throw updateError(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
  },
  apply(current, operand, { path }) {
    if (current === undefined) return undefined
    if (!Array.isArray(current))
      throw updateError(`Path '${path}' contains an element of non-array type '${typeName(current)}'`)
    return operand === 1 ? current.slice(0, -1) : current.slice(1)
  },
}

const pull: UpdateOperator = {
  makes: false,
  apply: (current, operand) => withoutElements(current, pullTest(operand)),
}

const pullAll: UpdateOperator = {
  makes: false,
  check(operand) {
    if (!Array.isArray(operand))
      throw updateError(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  },
  apply: (current, operand) =>
    withoutElements(current, (item) => (operand as unknown[]).some((value) => areEqual(item, value))),
}

export const arrayOperators = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

const hasClauses = (operand: unknown): operand is Fields =>
  isObject(operand) && CLAUSES.some((name) => name in operand)

function assertEach(operator: string, each: unknown): void {
  if (!Array.isArray(each))
    throw updateError(
      `The argument to $each in ${operator} must be an array but it was of type: ${typeName(each)}`,
    )
}

function sortElements(elements: readonly unknown[], sort: unknown): unknown[] {
  if (!isObject(sort)) return [...elements].sort((one, other) => compareValues(one, other) * Number(sort))
  const held = elements.map((element) => ({ element, fields: isObject(element) ? element : {} }))
  return sortDocuments(held, readOrder(sort)).map(({ element }) => element)
}

/** An object is a query that elements meet; anything else is what they equal. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isObject(operand)) return elementTest(operand, MINGO_OPTIONS)
  if (operand instanceof RegExp) return elementTest({ $regex: operand }, MINGO_OPTIONS)
  return (item) => areEqual(item, operand)
}

function withoutElements(current: unknown, isPulled: (item: unknown) => boolean): unknown {
  if (current === undefined) return undefined
  if (!Array.isArray(current)) throw updateError('Cannot apply $pull to a non-array value')
  return current.filter((item) => !isPulled(item))
}
