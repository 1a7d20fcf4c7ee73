import type { Key } from 'lmdb'
import type { IndexConfig } from '../../../config/database'
import type { StoredDocument } from './stored-document'

/** One index of a collection as it stands. */
export type StoredIndex = IndexConfig & {
  /** What the entries of its documents say about its fields: see `Entries`. */
  marks: ReadonlySet<string>
}

/** Of an index's entries, or of a collection's documents, which have the keys `[collection, id]`. */
export type KeyRange = { start: Key[]; end: Key[]; reverse: boolean }

/** What can be read: of the store as it is now, as it was at one moment, or as a transaction sees it. */
export interface StoreView {
  hasCollection(name: string): boolean
  document(collection: string, id: string): StoredDocument | undefined
  /** In the order of their ids, or backwards. */
  documents(collection: string, range?: KeyRange): Iterable<StoredDocument>
  /** Those that can answer a query: none is as good as a wrong one. */
  indexes(collection: string): StoredIndex[]
  /** The entries of an index in their order: the values of the fields, and last the document's id. */
  keys(range: KeyRange): Iterable<Key[]>
}
