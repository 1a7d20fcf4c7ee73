import { Aggregator } from 'mingo/aggregator'
import { CloudError } from '../../cloud-error'
import { type Fields, isObject } from '../ejson'
import { findDocuments, type Search } from '../find-documents'
import { asRequest } from '../query/as-request'
import { MINGO_OPTIONS } from '../query/mingo-options'
import { readOrder } from '../read-order'
import type { ScanWarnings } from '../scan-warnings'
import type { StoreView } from '../store-view'
import { withinTime } from '../time-limit'

/** One operator and what it is given. */
export type Stage = Fields

type Surroundings = { now: Date; scans?: ScanWarnings }

/** The cloud gives no more than this in one answer, and so many where no stage says how many. */
const MAX_DOCUMENTS = 1000
const DEFAULT_LIMIT = 100

/**
 * What a pipeline makes of a collection. All that it may look at is read first, through an index where its first
 * stages allow; the rest only computes, so it can be cut off.
 */
export function aggregate(
  view: StoreView,
  collection: string,
  stages: readonly Stage[],
  { now, scans }: Surroundings,
): Fields[] {
  assertStages(stages)
  const { search, rest } = splitSearch(stages)
  const documents = Array.from(findDocuments(view, collection, search, scans), ({ fields }) => fields)
  const joined = new Map(
    joinedCollections(rest).map((name) => [name, Array.from(view.documents(name), ({ fields }) => fields)]),
  )
  const pipeline = rest.map((stage) => bindNow(stage, now) as Stage)
  const limit = stages.some((stage) => '$limit' in stage) ? MAX_DOCUMENTS : DEFAULT_LIMIT
  return withinTime('An aggregation', () =>
    asRequest(() => {
      const aggregator = new Aggregator(pipeline, {
        ...MINGO_OPTIONS,
        // A collection that is not there is empty to a pipeline, as in MongoDB.
        collectionResolver: (name) => joined.get(name) ?? [],
      })
      return aggregator.stream(documents).take(limit).collect<Fields>()
    }),
  )
}

function assertStages(stages: readonly Stage[]): void {
  for (const stage of stages) {
    const [name = '', value] = Object.entries(stage)[0] ?? []
    if ((name === '$limit' || name === '$skip') && !(Number.isInteger(value) && Number(value) >= 0))
      throw refusal(`the ${name.slice(1)} must be specified as a non-negative number`)
    if (name === '$limit' && value === 0) throw refusal('the limit must be positive')
    if ((name === '$match' || name === '$sort') && !isObject(value))
      throw refusal(`the ${name} stage must be an object`)
  }
}

/** The stages at the start that are a search, which an index may answer. */
function splitSearch(stages: readonly Stage[]): { search: Search; rest: readonly Stage[] } {
  const search: Search = { query: {} }
  let at = 0
  const take = (name: string) => {
    const value = stages[at]?.[name]
    if (value !== undefined) at += 1
    return value
  }
  const query = take('$match')
  if (isObject(query)) search.query = query
  const order = take('$sort')
  if (isObject(order)) search.order = readOrder(order)
  const skip = take('$skip')
  if (typeof skip === 'number') search.skip = skip
  const limit = take('$limit')
  if (typeof limit === 'number') search.limit = limit
  return { search, rest: stages.slice(at) }
}

const JOINING: Record<string, (value: Fields) => unknown> = {
  $lookup: ({ from }) => from,
  $graphLookup: ({ from }) => from,
  $unionWith: ({ coll }) => coll,
}

/** The collections that stages look into, also those within pipelines of their own. */
function joinedCollections(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(joinedCollections)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const from = isObject(inner) ? JOINING[name]?.(inner) : inner
    const own = name in JOINING && typeof from === 'string' ? [from] : []
    return [...own, ...joinedCollections(inner)]
  })
}

/** mingo asks the machine for the time; the local cloud has its own. */
function bindNow(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now
  if (Array.isArray(value)) return value.map((item) => bindNow(item, now))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bindNow(inner, now)]))
}

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
