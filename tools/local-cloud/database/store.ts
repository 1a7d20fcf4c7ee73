import type { Key } from 'lmdb'
import type { CollectionConfig, IndexConfig } from '../../../config/database'
import { CloudError } from '../cloud-error'
import type { Environment, Moment } from '../data/environment'
import { LocalCloudError } from '../local-cloud-error'
import { duplicateKey } from './duplicate-key'
import { type Fields, stringifyDocument } from './ejson'
import { type EntryChanges, entryChanges } from './entry-changes'
import { KEY_FORMAT } from './index-key'
import type { Writer } from './session'
import { allOf, StoreReader, storeTables } from './store-reader'
import type { StoreView } from './store-view'
import { Locks } from './transactions/locks'

/** The store at one moment. */
export type Snapshot = { view: StoreView; close(): void }

/** MongoDB's own limit. */
const MAX_BYTES = 16 * 1024 * 1024

/**
 * Collections: documents as text, and their entries in each index of the configuration. Nothing is kept in memory
 * beside the environment but the locks of open transactions.
 */
export class Store extends StoreReader implements Writer {
  readonly #environment: Environment
  readonly locks = new Locks()

  constructor(environment: Environment, configs: Record<string, CollectionConfig>) {
    super(storeTables(environment), configs)
    this.#environment = environment
  }

  /**
   * Makes the collections of the configuration, and the entries of indexes that are new or defined anew, and forgets
   * indexes that are no longer there; or nothing.
   */
  prepare(): void {
    this.#environment.write(() => {
      for (const [collection, index] of [...this.tables.definitions.getKeys()].map(nameOf))
        if (!this.indexConfigs(collection).some(({ name }) => name === index))
          this.#forgetIndex(collection, index)
      for (const [collection, { indexes }] of Object.entries(this.configs)) {
        this.addCollection(collection)
        for (const index of indexes) this.#defineIndex(collection, index)
      }
    })
  }

  /** Runs all reads and writes of `work` in one transaction and commits it. */
  write<T>(work: () => T): T {
    return this.#environment.write(work)
  }

  addCollection(name: string): void {
    void this.tables.collections.put([name], true)
  }

  /** Everything as it is now, for as long as it is wanted; not to be read within `write`. */
  snapshot(): Snapshot {
    const moment = this.#environment.moment()
    return { view: this.at(moment), close: () => moment.close() }
  }

  /** Everything as it was at a moment, until that is closed. */
  at(moment: Moment): StoreReader {
    return new StoreReader(this.tables, this.configs, moment)
  }

  /** Within `write`. Leaves the collections of the configuration, without a document. */
  clear(): void {
    const { collections, documents, entries, marks } = this.tables
    for (const table of [collections, documents, entries, marks])
      for (const key of [...table.getKeys()]) void table.remove(key)
    for (const name of Object.keys(this.configs)) this.addCollection(name)
  }

  /** Within `write`. Refuses what a unique index forbids before anything is written. */
  put(collection: string, id: string, document: Fields, before: Fields | null): void {
    this.locks.assertFree(collection, id)
    const text = stringifyDocument(document)
    this.assertSize(collection, text)
    const changes = this.indexConfigs(collection).map((index) => entryChanges(index, before, document))
    for (const { index, added } of changes)
      if (index.unique && this.#isTaken(collection, index, id, added))
        throw duplicateKey(collection, index, document)
    for (const change of changes) this.#changeEntries(collection, id, change)
    void this.tables.documents.put([collection, id], text)
  }

  /** Within `write`. */
  remove(collection: string, id: string, before: Fields): void {
    this.locks.assertFree(collection, id)
    for (const index of this.indexConfigs(collection))
      this.#changeEntries(collection, id, entryChanges(index, before, null))
    void this.tables.documents.remove([collection, id])
  }

  indexConfigs(collection: string): readonly IndexConfig[] {
    return this.configs[collection]?.indexes ?? []
  }

  assertSize(collection: string, text: string): void {
    if (Buffer.byteLength(text) <= MAX_BYTES) return
    throw new CloudError('DATABASE_REQUEST_FAILED', `A document of ${collection} would be larger than 16 MB.`)
  }

  #defineIndex(collection: string, index: IndexConfig): void {
    const definition = JSON.stringify([KEY_FORMAT, index.fields, index.unique])
    if (this.tables.definitions.get([collection, index.name]) === definition) return
    this.#forgetIndex(collection, index.name)
    for (const { id, fields } of this.documents(collection)) {
      const change = entryChanges(index, null, fields)
      if (index.unique && this.#isTaken(collection, index, id, change.added))
        throw new LocalCloudError(
          'DUPLICATE_KEY',
          `Documents of ${collection} break its unique index ${index.name}.`,
        )
      this.#changeEntries(collection, id, change)
    }
    void this.tables.definitions.put([collection, index.name], definition)
  }

  /** Nobody keeps its entries in step any more, so they must not be there should it come back. */
  #forgetIndex(collection: string, index: string): void {
    const { entries, marks, definitions } = this.tables
    for (const key of [...entries.getKeys(allOf([collection, index]))]) void entries.remove(key)
    void marks.remove([collection, index])
    void definitions.remove([collection, index])
  }

  /** Whether another document has one of these keys. */
  #isTaken(collection: string, index: IndexConfig, id: string, keys: readonly Key[][]): boolean {
    return keys.some((key) =>
      [...this.tables.entries.getKeys(allOf([collection, index.name, ...key]))].some(
        (entry) => entry.at(-1) !== id,
      ),
    )
  }

  #changeEntries(collection: string, id: string, { index, removed, added, marks }: EntryChanges): void {
    const { entries } = this.tables
    for (const key of removed) void entries.remove([collection, index.name, ...key, id])
    for (const key of added) void entries.put([collection, index.name, ...key, id], '')
    if ([...marks.values()].some((change) => change !== 0)) this.#countMarks(collection, index, marks)
  }

  #countMarks(collection: string, { name }: IndexConfig, changes: ReadonlyMap<string, number>): void {
    const counts = { ...this.tables.marks.get([collection, name]) }
    for (const [mark, change] of changes) counts[mark] = (counts[mark] ?? 0) + change
    const kept = Object.entries(counts).filter(([, count]) => count > 0)
    void this.tables.marks.put([collection, name], Object.fromEntries(kept))
  }
}

const nameOf = ([collection, index]: readonly Key[]) => [String(collection), String(index)] as const
