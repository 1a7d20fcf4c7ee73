import { find, Query } from 'mingo'
import type { Options } from 'mingo/types'
import { update } from 'mingo/updater'
import { CloudError } from '../cloud-error'
import type { Fields } from './ejson'
import type { Order } from './plan-query'

/** Code in a query (`$where`, `$function`) is never run. */
const OPTIONS = { scriptEnabled: false } satisfies Partial<Options>

/** Whether documents meet a MongoDB query. */
export function createMatcher(query: Fields): (document: Fields) => boolean {
  const compiled = asRequest(() => new Query(query, OPTIONS))
  return (document) => asRequest(() => compiled.test(document))
}

export function sortDocuments<T extends { fields: Fields }>(documents: readonly T[], order: Order): T[] {
  const byFields = new Map(documents.map((document) => [document.fields, document]))
  const sorted = asRequest(() =>
    find<Fields>([...byFields.keys()], {}, {}, OPTIONS)
      .sort(Object.fromEntries(order))
      .all(),
  )
  return sorted.flatMap((fields) => byFields.get(fields) ?? [])
}

export function projectDocument(document: Fields, projection: Fields): Fields {
  const [projected] = asRequest(() => find<Fields>([document], {}, projection, OPTIONS).all())
  return projected ?? {}
}

/** A changed copy of the document; `query` is what a positional `$` in the update refers to. */
export function updateDocument(document: Fields, modifier: Fields, query: Fields): Fields {
  const copy = structuredClone(document)
  asRequest(() => update(copy, modifier, [], query, { cloneMode: 'deep', queryOptions: OPTIONS }))
  return copy
}

/** What mingo cannot do is, to the caller, a request that the database refuses. */
function asRequest<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CloudError('DATABASE_REQUEST_FAILED', reason, { cause })
  }
}
