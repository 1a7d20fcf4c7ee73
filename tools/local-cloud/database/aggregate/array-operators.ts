import { evalExpr } from 'mingo/core'
import { $concatArrays, $range, $zip } from 'mingo/operators/expression/array'
import { isObject } from '../ejson'
import { countValues } from '../memory-limit'
import { areEqual } from '../values/compare-values'
import { evaluate, isMissing, type Operator, refusal } from './evaluate'

/** MongoDB gives up at 100 MB. */
const MAX_RANGE = 1_000_000

const range: Operator = (document, expression, options) => {
  const values = evaluate('$range', [2, 3], document, expression, options)
  const [start = 0, end = 0, step = 1] = values.map(Number)
  if (Math.abs((end - start) / step) > MAX_RANGE) throw refusal('$range would use too much memory')
  return counted($range)(document, values, options)
}

/** mingo's takes the element for the document, so that lists of lists and other lists within it are misread. */
const reduce: Operator = (document, expression, options) => {
  if (!isObject(expression) || !('input' in expression && 'initialValue' in expression && 'in' in expression))
    throw refusal("$reduce takes an object with 'input', 'initialValue' and 'in'.")
  const list = evalExpr(document, expression.input, options)
  if (isMissing(list)) return null
  if (!Array.isArray(list)) throw refusal("$reduce requires that 'input' be an array")
  const first = evalExpr(document, expression.initialValue, options)
  return list.reduce(
    (value, item) =>
      evalExpr(
        document,
        { $let: { vars: { value: { $literal: value }, this: { $literal: item } }, in: expression.in } },
        options,
      ) ?? null,
    first,
  )
}

const isIn: Operator = (document, expression, options) => {
  const [wanted, list] = evaluate('$in', [2, 2], document, expression, options)
  if (!Array.isArray(list)) throw refusal('$in requires an array as a second argument')
  return list.some((item) => areEqual(item, wanted))
}

const indexOfArray: Operator = (document, expression, options) => {
  const [list, wanted, start = 0, end] = evaluate('$indexOfArray', [2, 4], document, expression, options)
  if (isMissing(list)) return null
  if (!Array.isArray(list)) throw refusal('$indexOfArray requires an array as a first argument')
  if (![start, end ?? 0].every((at) => Number.isInteger(at) && Number(at) >= 0))
    throw refusal('$indexOfArray requires whole numbers that are not negative as its further arguments')
  const last = Math.min(end === undefined ? list.length : Number(end), list.length)
  for (let at = Number(start); at < last; at++) if (areEqual(list[at], wanted)) return at
  return -1
}

const size: Operator = (document, expression, options) => {
  const [list] = evaluate('$size', [1, 1], document, expression, options)
  if (!Array.isArray(list)) throw refusal('The argument to $size must be an array')
  return list.length
}

const slice: Operator = (document, expression, options) => {
  const [list, first, second] = evaluate('$slice', [2, 3], document, expression, options)
  if (isMissing(list) || first === null || second === null) return null
  if (!Array.isArray(list)) throw refusal('First argument to $slice must be an array')
  if (!Number.isInteger(first) || (second !== undefined && !(Number.isInteger(second) && Number(second) > 0)))
    throw refusal('$slice takes a whole number, or one and then a positive one')
  const at = Number(first)
  if (second === undefined) return at < 0 ? list.slice(at) : list.slice(0, at)
  const start = at < 0 ? Math.max(list.length + at, 0) : at
  return list.slice(start, start + Number(second))
}

/** What makes many values in no time, so that only counting them prevents that memory runs out. */
function counted(operator: Operator): Operator {
  return (document, expression, options) => {
    const list = operator(document, expression, options)
    if (Array.isArray(list)) countValues(list.length)
    return list
  }
}

export const arrayOperators = {
  $range: range,
  $concatArrays: counted($concatArrays as Operator),
  $zip: counted($zip as Operator),
  $reduce: reduce,
  $in: isIn,
  $indexOfArray: indexOfArray,
  $size: size,
  $slice: slice,
}
