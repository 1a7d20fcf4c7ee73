import { $push, $stdDevSamp } from 'mingo/operators/accumulator'
import type { Any, AnyObject, Options } from 'mingo/types'
import { compareValues } from '../values/compare-values'

/** In MongoDB's order, which mingo's is not for texts and arrays; and without a deviation of one number. */
export const accumulatorOperators = {
  $max: (items: Any[], expression: Any, options: Options) => furthest($push(items, expression, options), 1),
  $min: (items: Any[], expression: Any, options: Options) => furthest($push(items, expression, options), -1),
  $stdDevSamp: (items: AnyObject[], expression: Any, options: Options) => {
    const deviation = $stdDevSamp(items, expression, options)
    return Number.isNaN(deviation) ? null : deviation
  },
}

/** Null and missing values do not count. */
function furthest(values: readonly unknown[], direction: 1 | -1): unknown {
  const counted = values.filter((value) => value !== null && value !== undefined)
  if (counted.length === 0) return null
  return counted.reduce((best, value) => (compareValues(value, best) * direction > 0 ? value : best))
}
