import { readConditions } from './conditions'
import type { Fields } from './ejson'
import { createMatcher } from './matcher'
import { planQuery } from './plan-query'
import type { Order, Plan } from './plan-way'
import { type Entry, idOf, readPlan } from './read-plan'
import type { ScanWarnings } from './scan-warnings'
import { haveEqualPlace, sortDocuments } from './sort-documents'
import type { StoreView } from './store-view'
import type { StoredDocument } from './stored-document'

export type Search = { query: Fields; order?: Order; skip?: number; limit?: number }

/** The documents that meet a query, in order: through an index where one helps, else by looking at all. */
export function findDocuments(
  view: StoreView,
  collection: string,
  search: Search,
  warnings?: ScanWarnings,
): Iterable<StoredDocument> {
  const { query, order = [] } = search
  const plan = planQuery(collection, readConditions(query), order, view.indexes(collection))
  const entries = readPlan(view, collection, plan, order)
  const documents = documentsOf(view, collection, entries)
  const looked =
    plan.isBounded || !warnings ? documents : warnings.watch(documents, { collection, query, order })
  const matching = plan.isWhole ? looked : createMatcher(query)(looked)
  return slice(inOrder(matching, order, plan.orderedBy), search)
}

export type FoundEntries = { plan: Plan; entries: Iterable<Entry> }

/** The entries of an index that alone answer a query, in order; null where documents must be read. */
export function findEntries(view: StoreView, collection: string, search: Search): FoundEntries | null {
  const { query, order = [] } = search
  const plan = planQuery(collection, readConditions(query), order, view.indexes(collection))
  if (!plan.isWhole || plan.orderedBy < order.length) return null
  return { plan, entries: slice(readPlan(view, collection, plan, order), search) }
}

function* documentsOf(
  view: StoreView,
  collection: string,
  entries: Iterable<Entry>,
): Iterable<StoredDocument> {
  for (const entry of entries) {
    const document = entry.document ?? view.document(collection, idOf(entry))
    if (document) yield document
  }
}

/** Sorts what is in order by the first `orderedBy` fields only: those that are equal in these, group by group. */
function* inOrder(
  documents: Iterable<StoredDocument>,
  order: Order,
  orderedBy: number,
): Iterable<StoredDocument> {
  if (orderedBy === order.length) return yield* documents
  if (orderedBy === 0) return yield* sortDocuments([...documents], order)
  const known = order.slice(0, orderedBy)
  let group: StoredDocument[] = []
  for (const document of documents) {
    if (group[0] && !haveEqualPlace(group[0], document, known)) {
      yield* sortDocuments(group, order)
      group = []
    }
    group.push(document)
  }
  yield* sortDocuments(group, order)
}

function* slice<T>(items: Iterable<T>, { skip = 0, limit = Number.POSITIVE_INFINITY }: Search): Iterable<T> {
  let at = 0
  if (limit <= 0) return
  for (const item of items) {
    if (at++ < skip) continue
    yield item
    if (at >= skip + limit) return
  }
}
