import type { Key } from 'lmdb'
import type { CollectionConfig } from '../../../config/database'
import type { Environment, Moment, Table } from '../data/environment'
import { isDocumentId } from './document-id'
import { endOf } from './index-key'
import type { KeyRange, StoredIndex, StoreView } from './store-view'
import { StoredDocument } from './stored-document'

/** Where the store keeps what. */
export type StoreTables = {
  collections: Table<true>
  documents: Table<string>
  entries: Table<string>
  /** How many documents of an index have which mark. */
  marks: Table<Record<string, number>>
  /** How each index was defined when its entries were made. */
  definitions: Table<string>
}

export function storeTables(environment: Environment): StoreTables {
  return {
    collections: environment.table('collections'),
    documents: environment.table('documents', 'string'),
    entries: environment.table('entries', 'string'),
    marks: environment.table('marks'),
    definitions: environment.table('definitions', 'string'),
  }
}

/** The names of all of them. */
export const tableNames = [
  'collections',
  'documents',
  'entries',
  'marks',
  'definitions',
] as const satisfies readonly (keyof StoreTables)[]

/** Reads collections as they are, or as they were at one moment. */
export class StoreReader implements StoreView {
  protected readonly tables: StoreTables
  protected readonly configs: Record<string, CollectionConfig>
  readonly #at: Moment | undefined

  constructor(tables: StoreTables, configs: Record<string, CollectionConfig>, at?: Moment) {
    this.tables = tables
    this.configs = configs
    this.#at = at
  }

  /** All there are, by name. */
  collections(): string[] {
    return [...this.tables.collections.getKeys({ ...this.#at })].map(String)
  }

  /** How many documents a collection has. */
  count(collection: string): number {
    return this.tables.documents.getKeysCount({ ...allOf([collection]), ...this.#at })
  }

  hasCollection(name: string): boolean {
    return this.tables.collections.get([name], this.#at) === true
  }

  document(collection: string, id: string): StoredDocument | undefined {
    const text = isDocumentId(id) ? this.tables.documents.get([collection, id], this.#at) : undefined
    return text === undefined ? undefined : new StoredDocument(id, text)
  }

  *documents(
    collection: string,
    range: KeyRange = { ...allOf([collection]), reverse: false },
  ): Iterable<StoredDocument> {
    for (const { key, value } of this.tables.documents.getRange({ ...rangeOptions(range), ...this.#at }))
      yield new StoredDocument(String(key[1]), value)
  }

  indexes(collection: string): StoredIndex[] {
    const indexes = this.configs[collection]?.indexes ?? []
    return indexes.map((index) => ({
      ...index,
      marks: new Set(Object.keys(this.tables.marks.get([collection, index.name], this.#at) ?? {})),
    }))
  }

  keys(range: KeyRange): Iterable<Key[]> {
    return this.tables.entries.getKeys({ ...rangeOptions(range), ...this.#at })
  }
}

/** From the start, which belongs to the range, to the end, which does not, in either direction. */
const rangeOptions = ({ start, end, reverse }: KeyRange) =>
  reverse ? { start: end, end: start, reverse, exclusiveStart: true, inclusiveEnd: true } : { start, end }

export const allOf = (prefix: Key[]) => ({ start: prefix, end: endOf(prefix) })
