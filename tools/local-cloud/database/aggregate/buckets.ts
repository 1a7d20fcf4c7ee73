import { Context, evalExpr } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import { $push } from 'mingo/operators/accumulator'
import { $bucketAuto } from 'mingo/operators/pipeline'
import type { AnyObject, Options } from 'mingo/types'
import { isObject } from '../ejson'
import { compareValues, rankOf } from '../values/compare-values'
import { refusal } from './evaluate'
import { createAccumulation, group } from './group'
import { sort } from './sort'

const COUNT = { count: { $sum: 1 } }

/** A bucket in which nothing falls is not there; so it is to MongoDB, which groups and sorts as well. */
export function bucket(documents: Iterator, expression: AnyObject, options: Options): Iterator {
  const { groupBy, boundaries, default: other, output = COUNT } = expression
  if (!Array.isArray(boundaries) || boundaries.length < 2 || !boundaries.every(isAscending))
    throw refusal("The 'boundaries' option to $bucket must be at least two values of one type that rise.")
  if (!isObject(output)) throw refusal("The 'output' field of $bucket must be an object.")
  const branches = boundaries.slice(1).map((end, at) => ({
    case: { $and: [{ $gte: [groupBy, boundaries[at]] }, { $lt: [groupBy, end] }] },
    // biome-ignore lint/suspicious/noThenProperty: $switch names it so.
    then: { $literal: boundaries[at] },
  }))
  const fallback = other === undefined ? {} : { default: { $literal: other } }
  const grouped = group(documents, { _id: { $switch: { branches, ...fallback } }, ...output }, options)
  return sort(grouped, { _id: 1 })
}

/** As many buckets as that, about equally full. mingo finds their bounds, and knows nothing of our operators. */
export function bucketAuto(documents: Iterator, expression: AnyObject, options: Options): Iterator {
  const { groupBy, output = COUNT, ...rest } = expression
  if (!Number.isInteger(rest.buckets) || Number(rest.buckets) < 1)
    throw refusal("The $bucketAuto 'buckets' field must be a whole number greater than 0.")
  if (!isObject(output)) throw refusal("The 'output' field of $bucketAuto must be an object.")
  const accumulate = createAccumulation(output, options)
  return documents.transform((list) => {
    if (list.length === 0) return Lazy([])
    const placed = (list as AnyObject[]).map((document) => ({
      place: evalExpr(document, groupBy, options) ?? null,
      document,
    }))
    const bounds = { ...rest, groupBy: '$place', output: { members: { $push: '$document' } } }
    return $bucketAuto(Lazy(placed), bounds as never, PLAIN).map<AnyObject, AnyObject>(
      ({ _id, members }) => ({
        _id,
        ...accumulate(members as AnyObject[]),
      }),
    )
  })
}

const PLAIN = { context: Context.init({ accumulator: { $push } }) } as Options

const isAscending = (value: unknown, at: number, list: readonly unknown[]) =>
  at === 0 || (rankOf(value) === rankOf(list[at - 1]) && compareValues(list[at - 1], value) < 0)
