import type { Key } from 'lmdb'
import { readConditions } from './conditions'
import type { Fields } from './ejson'
import { createMatcher, sortDocuments } from './matcher'
import { type Order, type Plan, planQuery } from './plan-query'
import type { Store, StoredIndex } from './store'
import type { StoredDocument } from './stored-document'

export type Search = { query: Fields; order?: Order; skip?: number; limit?: number }

/** The documents that meet a query, in order: through an index where one helps, else by looking at all. */
export function findDocuments(store: Store, collection: string, search: Search): Iterable<StoredDocument> {
  const { query, order = [], skip = 0, limit = Number.POSITIVE_INFINITY } = search
  const plan = planFor(store, collection, query, order)
  const matching = plan?.isWhole
    ? documentsOf(store, collection, plan)
    : filter(candidates(store, collection, query, plan), createMatcher(query))
  const isOrdered = order.length === 0 || plan?.isOrdered
  return slice(isOrdered ? matching : sortDocuments([...matching], order), skip, limit)
}

type FoundKeys = { index: StoredIndex; keys: Iterable<Key[]> }

/** The keys of an index that alone answer a query, in order; null where documents must be read. */
export function findKeys(store: Store, collection: string, search: Search): FoundKeys | null {
  const { query, order = [], skip = 0, limit = Number.POSITIVE_INFINITY } = search
  const plan = planFor(store, collection, query, order)
  if (!plan?.isWhole || !plan.isOrdered) return null
  return { index: plan.index, keys: slice(store.keys(plan.range), skip, limit) }
}

function planFor(store: Store, collection: string, query: Fields, order: Order): Plan | null {
  if (typeof query._id === 'string') return null
  return planQuery(collection, readConditions(query), order, store.indexes(collection))
}

function candidates(
  store: Store,
  collection: string,
  query: Fields,
  plan: Plan | null,
): Iterable<StoredDocument> {
  if (plan) return documentsOf(store, collection, plan)
  if (typeof query._id !== 'string') return store.documents(collection)
  const found = store.document(collection, query._id)
  return found ? [found] : []
}

function* documentsOf(store: Store, collection: string, plan: Plan): Iterable<StoredDocument> {
  for (const key of store.keys(plan.range)) {
    const found = store.document(collection, String(key.at(-1)))
    if (found) yield found
  }
}

function* filter(
  documents: Iterable<StoredDocument>,
  matches: (fields: Fields) => boolean,
): Iterable<StoredDocument> {
  for (const document of documents) if (matches(document.fields)) yield document
}

function* slice<T>(items: Iterable<T>, skip: number, limit: number): Iterable<T> {
  let at = 0
  if (limit <= 0) return
  for (const item of items) {
    if (at++ < skip) continue
    yield item
    if (at >= skip + limit) return
  }
}
