import type { Fields } from './ejson'
import { findEntries, type Search } from './find-documents'
import { arrayMark, readPart } from './index-key'
import type { Readable } from './plan-way'
import { type Entry, idOf } from './read-plan'
import type { StoreView } from './store-view'

/**
 * What a projection asks for, where an index holds all of it, so that no document is read; else null. A small read
 * of large documents, as of the newest change number, costs what the answer costs.
 */
export function findProjected(
  view: StoreView,
  collection: string,
  search: Search,
  projection: Fields,
): Fields[] | null {
  const found = findEntries(view, collection, search)
  if (!found || !isCovered(projection, found.plan.readable)) return null
  const documents: Fields[] = []
  for (const entry of found.entries) {
    const document = documentOf(entry, projection, found.plan.readable)
    if (!document) return null
    documents.push(document)
  }
  return documents
}

function isCovered(projection: Fields, { index, fields }: Readable): boolean {
  return Object.entries(projection).every(
    ([field, wanted]) =>
      (wanted === true || wanted === 1) &&
      fields.includes(field) &&
      !field.includes('.') &&
      index?.marks.has(arrayMark(field)) !== true,
  )
}

/** Null where an entry does not tell a value: whether it is absent or null, or the end of a long text. */
function documentOf(entry: Entry, projection: Fields, { prefix, fields }: Readable): Fields | null {
  const document: Fields = { _id: idOf(entry) }
  for (const field of Object.keys(projection)) {
    // For each field a rank and a value; the id stands at the end.
    const at = prefix.length + 2 * fields.indexOf(field)
    const value = field === '_id' ? document._id : readPart(entry.key[at], entry.key[at + 1])
    if (value === undefined) return null
    document[field] = value
  }
  return document
}
