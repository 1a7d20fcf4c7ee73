import { type Iterator, Lazy } from 'mingo/lazy'
import { $group } from 'mingo/operators/pipeline'
import type { AnyObject, Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { isObject } from '../ejson'
import { readOrder } from '../read-order'
import { sortDocuments } from '../sort-documents'
import { compareValues, rankOf } from '../values/compare-values'
import { unwind } from './unwind'

type Stage = (documents: Iterator, expression: AnyObject, options: Options) => Iterator

const sort: Stage = (documents, order) =>
  documents.transform((list) => {
    const held = (list as AnyObject[]).map((fields) => ({ fields }))
    return Lazy(sortDocuments(held, readOrder(order)).map(({ fields }) => fields))
  })

/** A bucket in which nothing falls is not there; so it is to MongoDB, which groups and sorts as well. */
const bucket: Stage = (documents, expression, options) => {
  const { groupBy, boundaries, default: other, output = { count: { $sum: 1 } } } = expression
  if (!Array.isArray(boundaries) || boundaries.length < 2 || !boundaries.every(isAscending))
    throw refusal("The 'boundaries' option to $bucket must be at least two values of one type that rise.")
  if (!isObject(output)) throw refusal("The 'output' field of $bucket must be an object.")
  const branches = boundaries.slice(1).map((end, at) => ({
    case: { $and: [{ $gte: [groupBy, boundaries[at]] }, { $lt: [groupBy, end] }] },
    // biome-ignore lint/suspicious/noThenProperty: $switch names it so.
    then: { $literal: boundaries[at] },
  }))
  const fallback = other === undefined ? {} : { default: { $literal: other } }
  const grouped = $group(documents, { _id: { $switch: { branches, ...fallback } }, ...output }, options)
  return sort(grouped, { _id: 1 }, options)
}

/** Different documents, or all where there are no more. */
const sample: Stage = (documents, { size }) => {
  if (!Number.isInteger(size) || Number(size) < 1)
    throw refusal('size argument to $sample must be a positive number')
  return documents.transform((list) => {
    const drawn = (list as AnyObject[]).map((document) => ({ document, lot: Math.random() }))
    drawn.sort((one, other) => one.lot - other.lot)
    return Lazy(drawn.slice(0, Number(size)).map(({ document }) => document))
  })
}

/** What MongoDB's stages do where mingo's do something else. */
export const stageOperators = { $sort: sort, $bucket: bucket, $sample: sample, $unwind: unwind }

const isAscending = (value: unknown, at: number, list: readonly unknown[]) =>
  at === 0 || (rankOf(value) === rankOf(list[at - 1]) && compareValues(list[at - 1], value) < 0)

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
