import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { type Fields, isObject } from '../ejson'
import { assertPortable, meetsRegExp } from '../regular-expression'
import { areEqual, compareValues, rankOf } from '../values/compare-values'
import { valuesAt } from '../values/values-at'
import { asRequest } from './as-request'

type Test = (document: Fields) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Test

const exists: Operator = (path, operand) => {
  const wanted = Boolean(operand)
  return (document) => valuesAt(document, path).some((value) => value !== undefined) === wanted
}

const size: Operator = (path, operand) => {
  if (!Number.isInteger(operand)) throw refusal('$size must be a whole number')
  return (document) =>
    valuesAt(document, path).some((value) => Array.isArray(value) && value.length === operand)
}

const elemMatch: Operator = (path, operand, options) => {
  const matches = elementTest(operand, options)
  return (document) => valuesAt(document, path).some((value) => Array.isArray(value) && value.some(matches))
}

const all: Operator = (path, operand, options) => {
  assertList('$all', operand)
  const tests = operand.map((wanted) =>
    isObject(wanted) && '$elemMatch' in wanted
      ? elemMatch(path, wanted.$elemMatch, options)
      : anyValue(isAmong)(path, [wanted], options),
  )
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

/**
 * What MongoDB's operators ask of a field, where mingo's answer otherwise: types are told apart, an array is met
 * whole or by one of its elements, and texts are in the order of their bytes.
 */
export const queryOperators = {
  $eq: anyValue(isSame),
  $ne: not(anyValue(isSame)),
  $in: anyValue(isAmong, (operand) => assertList('$in', operand)),
  $nin: not(anyValue(isAmong, (operand) => assertList('$nin', operand))),
  $gt: anyValue(
    (value, operand) => isOfSameType(value, operand) && compareValues(value ?? null, operand) > 0,
  ),
  $gte: anyValue(
    (value, operand) => isOfSameType(value, operand) && compareValues(value ?? null, operand) >= 0,
  ),
  $lt: anyValue(
    (value, operand) => isOfSameType(value, operand) && compareValues(value ?? null, operand) < 0,
  ),
  $lte: anyValue(
    (value, operand) => isOfSameType(value, operand) && compareValues(value ?? null, operand) <= 0,
  ),
  $regex: anyValue((value, operand) => meets(value, operand), assertRegExp),
  $mod: anyValue(hasRemainder, assertDivision),
  $exists: exists,
  $size: size,
  $elemMatch: elemMatch,
  $all: all,
}

type Check = (operand: unknown) => void

function anyValue(test: (value: unknown, operand: unknown) => boolean, check: Check = () => {}): Operator {
  return (path, operand) => {
    check(operand)
    return (document) =>
      valuesAt(document, path).some(
        (value) =>
          test(value, operand) || (Array.isArray(value) && value.some((item) => test(item, operand))),
      )
  }
}

function not(operator: Operator): Operator {
  return (path, operand, options) => {
    const test = operator(path, operand, options)
    return (document) => !test(document)
  }
}

/** Whether an element of an array meets what `$elemMatch` asks of it: as a value, or as a document. */
export function elementTest(criteria: unknown, options: Partial<Options>): (element: unknown) => boolean {
  if (!isObject(criteria)) throw refusal('$elemMatch needs an Object')
  const isOfValue = Object.keys(criteria).some((name) => name.startsWith('$') && !JOINING.has(name))
  const query = asRequest(() => new Query(isOfValue ? { value: criteria } : criteria, options))
  return (element) =>
    asRequest(() => (isOfValue ? query.test({ value: element }) : isObject(element) && query.test(element)))
}

const JOINING = new Set(['$and', '$or', '$nor', '$expr'])

/** A missing field is null to a query. */
function isSame(value: unknown, operand: unknown): boolean {
  return areEqual(value ?? null, operand ?? null)
}

function isAmong(value: unknown, operands: unknown): boolean {
  return (operands as readonly unknown[]).some((operand) => isSame(value, operand) || meets(value, operand))
}

/** A regular expression is met by texts, and by itself. */
function meets(value: unknown, expression: unknown): boolean {
  if (!(expression instanceof RegExp)) return false
  return typeof value === 'string' ? meetsRegExp(value, expression) : areEqual(value, expression)
}

/** MongoDB compares within a type; what is not a number only with itself. */
function isOfSameType(value: unknown, operand: unknown): boolean {
  return rankOf(value ?? null) === rankOf(operand) && Number.isNaN(value) === Number.isNaN(operand)
}

function hasRemainder(value: unknown, operand: unknown): boolean {
  const [divisor, remainder] = operand as readonly number[]
  return (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    Math.trunc(value) % Math.trunc(divisor ?? 1) === Math.trunc(remainder ?? 0)
  )
}

function assertRegExp(operand: unknown): void {
  if (!(operand instanceof RegExp)) throw refusal('$regex has to be a string')
  assertPortable(operand.source, operand.flags)
}

function assertDivision(operand: unknown): void {
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(Number.isFinite))
    throw refusal('malformed mod, needs to be an array of two numbers')
  if (Math.trunc(operand[0]) === 0) throw refusal('divisor cannot be 0')
}

function assertList(name: string, operand: unknown): asserts operand is unknown[] {
  if (!Array.isArray(operand)) throw refusal(`${name} needs an array`)
}

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
