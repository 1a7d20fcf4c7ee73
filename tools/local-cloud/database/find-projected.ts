import type { Key } from 'lmdb'
import type { Fields } from './ejson'
import { findKeys, type Search } from './find-documents'
import { scalarOf } from './index-key'
import type { Store, StoredIndex } from './store'

/**
 * What a projection asks for, where an index holds all of it, so that no document is read; else null. A small read
 * of large documents, as of the newest change number, costs what the answer costs.
 */
export function findProjected(
  store: Store,
  collection: string,
  search: Search,
  projection: Fields,
): Fields[] | null {
  const found = findKeys(store, collection, search)
  if (!found || !isCovered(projection, found.index)) return null
  const documents: Fields[] = []
  for (const key of found.keys) {
    const document = documentOf(key, projection, found.index)
    if (!document) return null
    documents.push(document)
  }
  return documents
}

function isCovered(projection: Fields, index: StoredIndex): boolean {
  const held = new Set(index.fields.map(([field]) => field).filter((field) => !field.includes('.')))
  return Object.entries(projection).every(
    ([field, wanted]) => held.has(field) && (wanted === true || wanted === 1),
  )
}

/** Null where a value is absent or null: an entry does not tell which. */
function documentOf(key: Key[], projection: Fields, index: StoredIndex): Fields | null {
  const document: Fields = { _id: key.at(-1) }
  for (const field of Object.keys(projection)) {
    // A key is the collection, the index, and for each field a rank and a value.
    const at = 2 + 2 * index.fields.findIndex(([name]) => name === field)
    const value = scalarOf(key[at], key[at + 1])
    if (value === undefined) return null
    document[field] = value
  }
  return document
}
