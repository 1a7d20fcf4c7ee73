import type { Key } from 'lmdb'
import type { CollectionConfig, IndexConfig } from '../../../config/database'
import type { Environment, Table } from '../data/environment'
import { LocalCloudError } from '../local-cloud-error'
import { isDocumentId } from './document-id'
import { duplicateKey } from './duplicate-key'
import { type Fields, stringifyDocument } from './ejson'
import { endOf, entriesOf } from './index-key'
import { StoredDocument } from './stored-document'

/** One index of a collection as it stands. */
export type StoredIndex = IndexConfig & {
  /** Whether every document has one entry with its true values, so that the index can answer queries. */
  isExact: boolean
}

export type KeyRange = { start: Key[]; end: Key[]; reverse: boolean }

/**
 * Collections: documents as text, and their entries in each index of the configuration. Nothing is kept in memory
 * beside the environment.
 */
export class Store {
  readonly #environment: Environment
  readonly #configs: Record<string, CollectionConfig>
  readonly #collections: Table<true>
  readonly #documents: Table<string>
  readonly #entries: Table<string>
  /** How many documents of an index are inexact in it. */
  readonly #inexact: Table<number>
  /** How each index was defined when its entries were made. */
  readonly #definitions: Table<string>

  constructor(environment: Environment, configs: Record<string, CollectionConfig>) {
    this.#environment = environment
    this.#configs = configs
    this.#collections = environment.table('collections')
    this.#documents = environment.table('documents', 'string')
    this.#entries = environment.table('entries', 'string')
    this.#inexact = environment.table('inexact')
    this.#definitions = environment.table('definitions', 'string')
  }

  /** Makes the collections of the configuration, and the entries of indexes that are new or defined anew; or nothing. */
  prepare(): void {
    this.#environment.write(() => {
      for (const [collection, { indexes }] of Object.entries(this.#configs)) {
        this.addCollection(collection)
        for (const index of indexes) this.#defineIndex(collection, index)
      }
    })
  }

  /** Runs all reads and writes of `work` in one transaction and commits it. */
  write<T>(work: () => T): T {
    return this.#environment.write(work)
  }

  hasCollection(name: string): boolean {
    return this.#collections.doesExist([name])
  }

  addCollection(name: string): void {
    void this.#collections.put([name], true)
  }

  document(collection: string, id: string): StoredDocument | undefined {
    const text = isDocumentId(id) ? this.#documents.get([collection, id]) : undefined
    return text === undefined ? undefined : new StoredDocument(id, text)
  }

  *documents(collection: string): Iterable<StoredDocument> {
    for (const { key, value } of this.#documents.getRange(allOf([collection])))
      yield new StoredDocument(String(key[1]), value)
  }

  indexes(collection: string): StoredIndex[] {
    const indexes = this.#configs[collection]?.indexes ?? []
    return indexes.map((index) => ({ ...index, isExact: !this.#inexact.get([collection, index.name]) }))
  }

  /** The entries of an index in their order: the values of the fields, and last the document's id. */
  keys({ start, end, reverse }: KeyRange): Iterable<Key[]> {
    return this.#entries.getKeys(reverse ? { start: end, end: start, reverse } : { start, end })
  }

  /** Within `write`. Refuses what a unique index forbids before anything is written. */
  put(collection: string, id: string, document: Fields, before: Fields | null): void {
    const text = stringifyDocument(document)
    const indexes = this.#configs[collection]?.indexes ?? []
    const broken = indexes.find((index) => index.unique && this.#isTaken(collection, index, id, document))
    if (broken) throw duplicateKey(collection, broken, document)
    for (const index of indexes) {
      if (before) this.#removeEntries(collection, index, id, before)
      this.#addEntries(collection, index, id, document)
    }
    void this.#documents.put([collection, id], text)
  }

  /** Within `write`. */
  remove(collection: string, id: string, before: Fields): void {
    for (const index of this.#configs[collection]?.indexes ?? [])
      this.#removeEntries(collection, index, id, before)
    void this.#documents.remove([collection, id])
  }

  #defineIndex(collection: string, index: IndexConfig): void {
    const definition = JSON.stringify([index.fields, index.unique])
    if (this.#definitions.get([collection, index.name]) === definition) return
    for (const key of [...this.#entries.getKeys(allOf([collection, index.name]))])
      void this.#entries.remove(key)
    void this.#inexact.put([collection, index.name], 0)
    for (const { id, fields } of this.documents(collection)) {
      if (index.unique && this.#isTaken(collection, index, id, fields))
        throw new LocalCloudError(
          'DUPLICATE_KEY',
          `Documents of ${collection} break its unique index ${index.name}.`,
        )
      this.#addEntries(collection, index, id, fields)
    }
    void this.#definitions.put([collection, index.name], definition)
  }

  /** Whether another document has an entry that this one would have. */
  #isTaken(collection: string, index: IndexConfig, id: string, document: Fields): boolean {
    return entriesOf(document, index).keys.some((key) =>
      [...this.#entries.getKeys(allOf([collection, index.name, ...key]))].some(
        (entry) => entry.at(-1) !== id,
      ),
    )
  }

  #addEntries(collection: string, index: IndexConfig, id: string, document: Fields): void {
    const { keys, isExact } = entriesOf(document, index)
    for (const key of keys) void this.#entries.put([collection, index.name, ...key, id], '')
    if (!isExact) this.#countInexact(collection, index, 1)
  }

  #removeEntries(collection: string, index: IndexConfig, id: string, document: Fields): void {
    const { keys, isExact } = entriesOf(document, index)
    for (const key of keys) void this.#entries.remove([collection, index.name, ...key, id])
    if (!isExact) this.#countInexact(collection, index, -1)
  }

  #countInexact(collection: string, { name }: IndexConfig, change: number): void {
    void this.#inexact.put([collection, name], (this.#inexact.get([collection, name]) ?? 0) + change)
  }
}

const allOf = (prefix: Key[]) => ({ start: prefix, end: endOf(prefix) })
