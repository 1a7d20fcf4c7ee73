import { evalExpr } from 'mingo/core'
import { $push } from 'mingo/operators/accumulator'
import { $trunc } from 'mingo/operators/expression/arithmetic'
import { $range } from 'mingo/operators/expression/array'
import { $mergeObjects } from 'mingo/operators/expression/object'
import type { Any, AnyObject, Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { isObject } from '../ejson'
import { compareValues } from '../values/compare-values'
import { isoWeekYear, week } from './date-operators'
import { indexOfBytes, indexOfCharacters } from './index-of'

export type Operator = (document: AnyObject, expression: Any, options: Options) => Any

/** MongoDB gives up at 100 MB. */
const MAX_RANGE = 1_000_000

const range: Operator = (document, expression, options) => {
  const values = evaluate('$range', [2, 3], document, expression, options)
  const [start = 0, end = 0, step = 1] = values.map(Number)
  if (Math.abs((end - start) / step) > MAX_RANGE) throw refusal('$range would use too much memory')
  return $range(document, values, options)
}

/** Without a branch that fits and a default, MongoDB refuses. */
const choose: Operator = (document, expression, options) => {
  if (!isObject(expression) || !Array.isArray(expression.branches) || !expression.branches.every(isObject))
    throw refusal("$switch takes an object with 'branches', a list of objects.")
  const branch = expression.branches.find((one) => isTrue(evalExpr(document, one.case, options)))
  if (branch) return evalExpr(document, branch.then, options)
  if ('default' in expression) return evalExpr(document, expression.default, options)
  throw refusal('$switch could not find a matching branch for an input, and no default was specified.')
}

const trunc: Operator = (document, expression, options) =>
  $trunc(document, Array.isArray(expression) ? [expression[0], expression[1] ?? 0] : [expression, 0], options)

/** In a group it is an accumulator, and the documents come as a list. */
const mergeObjects: Operator = (document, expression, options) =>
  Array.isArray(document)
    ? Object.assign({}, ...$push(document, expression, options))
    : $mergeObjects(document, expression as Any[], options)

/** What MongoDB's expressions do where mingo's do something else, or nothing. */
export const expressionOperators = {
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $range: range,
  $indexOfBytes: search('$indexOfBytes', indexOfBytes),
  $indexOfCP: search('$indexOfCP', indexOfCharacters),
  $switch: choose,
  $trunc: trunc,
  $mergeObjects: mergeObjects,
  $week: week,
  $isoWeekYear: isoWeekYear,
}

/** Values of all types, missing ones too, have one order in an expression. */
function comparison(name: string, judge: (difference: number) => Any): Operator {
  return (document, expression, options) => {
    const [one, other] = evaluate(name, [2, 2], document, expression, options)
    return judge(compareValues(one, other))
  }
}

function search(
  name: string,
  indexOf: (text: string, wanted: string, start: number, end?: number) => number,
): Operator {
  return (document, expression, options) => {
    const [text, wanted, start = 0, end] = evaluate(name, [2, 4], document, expression, options)
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string')
      throw refusal(`${name} requires strings as its first two arguments`)
    if (![start, end ?? 0].every((at) => Number.isInteger(at) && Number(at) >= 0))
      throw refusal(`${name} requires whole numbers that are not negative as its further arguments`)
    return indexOf(text, wanted, Number(start), end === undefined ? undefined : Number(end))
  }
}

function evaluate(
  name: string,
  [least, most]: readonly [number, number],
  document: AnyObject,
  expression: Any,
  options: Options,
): Any[] {
  if (!Array.isArray(expression) || expression.length < least || expression.length > most)
    throw refusal(
      `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments.`,
    )
  return evalExpr(document, expression, options) as Any[]
}

/** Null, false and nought are false; every text is true. */
const isTrue = (value: unknown) => value !== null && value !== undefined && value !== false && value !== 0

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
