import { type Iterator, Lazy } from 'mingo/lazy'
import { $count } from 'mingo/operators/pipeline'
import type { AnyObject, Options } from 'mingo/types'
import { bucket, bucketAuto } from './buckets'
import { refusal } from './evaluate'
import { group } from './group'
import { lookup } from './lookup'
import { sort } from './sort'
import { unwind } from './unwind'

type Stage = (documents: Iterator, expression: AnyObject, options: Options) => Iterator

/** What MongoDB's stages do where mingo's do something else. */
export const stageOperators: Record<`$${string}`, Stage> = {
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $group: group,
  $lookup: lookup,
  $sample: sample,
  $sort: sort,
  $sortByCount: sortByCount,
  $unwind: unwind,
}

/** Of no documents there is no count either. */
function count(documents: Iterator, field: unknown, options: Options): Iterator {
  return documents.transform((list) =>
    list.length > 0 ? $count(Lazy(list), field as string, options) : Lazy([]),
  )
}

function sortByCount(documents: Iterator, expression: AnyObject, options: Options): Iterator {
  return sort(group(documents, { _id: expression, count: { $sum: 1 } }, options), { count: -1 })
}

/** Different documents, or all where there are no more. */
function sample(documents: Iterator, { size }: AnyObject): Iterator {
  if (!Number.isInteger(size) || Number(size) < 1)
    throw refusal('size argument to $sample must be a positive number')
  return documents.transform((list) => {
    const drawn = (list as AnyObject[]).map((document) => ({ document, lot: Math.random() }))
    drawn.sort((one, other) => one.lot - other.lot)
    return Lazy(drawn.slice(0, Number(size)).map(({ document }) => document))
  })
}
