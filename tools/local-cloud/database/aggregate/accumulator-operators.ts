import { evalExpr } from 'mingo/core'
import { $avg, $stdDevPop, $stdDevSamp, $sum } from 'mingo/operators/accumulator'
import type { Any, AnyObject, Options } from 'mingo/types'
import { isObject } from '../ejson'
import { compareValues } from '../values/compare-values'
import { distinct } from '../values/equality-key'
import { isMissing, type Operator, refusal } from './evaluate'

type Accumulator = (documents: AnyObject[], expression: Any, options: Options) => Any

/** What MongoDB's accumulators do where mingo's do something else: a field that is not there adds nothing. */
export const accumulatorOperators = {
  $push: valuesOf,
  $addToSet: (documents: AnyObject[], expression: Any, options: Options) =>
    distinct(valuesOf(documents, expression, options)),
  $mergeObjects: (documents: AnyObject[], expression: Any, options: Options) =>
    mergeAll(valuesOf(documents, expression, options)),
  $max: (documents: AnyObject[], expression: Any, options: Options) =>
    furthest(valuesOf(documents, expression, options), 1),
  $min: (documents: AnyObject[], expression: Any, options: Options) =>
    furthest(valuesOf(documents, expression, options), -1),
  $stdDevSamp: deviation,
}

/** Those that are expressions as well: of a list, or of several values. */
export const listOperators = {
  $sum: ofList($sum),
  $avg: ofList($avg),
  $max: ofList((values) => furthest(values, 1)),
  $min: ofList((values) => furthest(values, -1)),
  $stdDevPop: ofList($stdDevPop),
  $stdDevSamp: ofList(deviation),
}

export function mergeAll(values: readonly unknown[]): AnyObject {
  const wrong = values.find((value) => !isMissing(value) && !isObject(value))
  if (wrong !== undefined) throw refusal('$mergeObjects requires object inputs')
  return Object.assign({}, ...values)
}

function valuesOf(documents: AnyObject[], expression: Any, options: Options): Any[] {
  return documents
    .map((document) => evalExpr(document, expression, options))
    .filter((value) => value !== undefined)
}

/** Of one number there is none. */
function deviation(values: AnyObject[], expression: Any, options: Options): Any {
  const found = $stdDevSamp(values, expression, options)
  return Number.isNaN(found) ? null : found
}

/** Null and missing values do not count. */
function furthest(values: readonly Any[], direction: 1 | -1): Any {
  const counted = values.filter((value) => !isMissing(value))
  if (counted.length === 0) return null
  return counted.reduce((best, value) => (compareValues(value, best) * direction > 0 ? value : best))
}

function ofList(accumulator: Accumulator): Operator {
  return (document, expression, options) => {
    const only = Array.isArray(expression) && expression.length === 1 ? expression[0] : expression
    const value = evalExpr(document, only, options)
    return accumulator((Array.isArray(value) ? value : [value]) as AnyObject[], null, options)
  }
}
