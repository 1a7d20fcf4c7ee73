import type { Key } from 'lmdb'
import type { IndexConfig } from '../../../../config/database'
import { CloudError } from '../../cloud-error'
import { compareKeys } from '../../data/compare-keys'
import { duplicateKey } from '../duplicate-key'
import { type Fields, stringifyDocument } from '../ejson'
import { entriesOf, keyName } from '../index-key'
import type { Session, Writer } from '../session'
import type { Snapshot, Store } from '../store'
import { allOf } from '../store-reader'
import type { KeyRange, StoredIndex } from '../store-view'
import { StoredDocument } from '../stored-document'

/** A document as the transaction leaves it; null where it is removed. */
type Change = { collection: string; id: string; document: StoredDocument | null }

/**
 * Sees the store as it was at its first operation, and its own changes, which nobody else sees before they are
 * committed. Whoever changes a document first has it: another transaction that wants to change it, or that has not
 * seen the last change of it, gets a conflict.
 */
export class Transaction implements Session, Writer {
  readonly id: string
  readonly #store: Store
  readonly #changes = new Map<string, Change>()
  /** Which of its own documents has which key of a unique index. */
  readonly #owners = new Map<string, string>()
  #isOver = false
  #snapshot: Snapshot | undefined

  constructor(id: string, store: Store) {
    this.id = id
    this.#store = store
  }

  get view(): this {
    return this
  }

  /** One operation comes after the other; where one fails, the whole transaction ends. */
  async write<T>(work: (writer: Writer) => T): Promise<T> {
    if (this.#isOver) throw isOver()
    return work(this)
  }

  hasCollection(name: string): boolean {
    return this.#before.hasCollection(name)
  }

  document(collection: string, id: string): StoredDocument | undefined {
    const change = this.#changes.get(nameOf(collection, id))
    return change ? (change.document ?? undefined) : this.#before.document(collection, id)
  }

  documents(
    collection: string,
    range: KeyRange = { ...allOf([collection]), reverse: false },
  ): Iterable<StoredDocument> {
    const own = this.#changesOf(collection)
    if (own.length === 0) return this.#before.documents(collection, range)
    const direction = range.reverse ? -1 : 1
    const kept = [...this.#before.documents(collection, range)].filter(
      ({ id }) => !this.#changes.has(nameOf(collection, id)),
    )
    const added = own.flatMap(({ id, document }) =>
      document && isWithin([collection, id], range) ? [document] : [],
    )
    return [...kept, ...added].sort((one, other) => compareKeys([one.id], [other.id]) * direction)
  }

  /** Its own changes have no entries, so a collection with some is looked at whole. */
  indexes(collection: string): StoredIndex[] {
    return this.#changesOf(collection).length > 0 ? [] : this.#before.indexes(collection)
  }

  keys(range: KeyRange): Iterable<Key[]> {
    return this.#before.keys(range)
  }

  put(collection: string, id: string, document: Fields): void {
    this.#lock(collection, id)
    const stored = new StoredDocument(id, stringifyDocument(document))
    this.#store.assertSize(collection, stored.text)
    for (const index of this.#store.indexConfigs(collection)) {
      // Of every index, so that what none can hold is refused now.
      const { keys } = entriesOf(document, index)
      if (index.unique && keys.some((key) => this.#isTaken(collection, index, id, key)))
        throw duplicateKey(collection, index, document)
    }
    this.#change({ collection, id, document: stored })
  }

  remove(collection: string, id: string): void {
    this.#lock(collection, id)
    this.#change({ collection, id, document: null })
  }

  /** Makes all its changes in one commit, or throws a conflict. */
  commit(): void {
    this.end()
    try {
      this.#store.write(() => {
        // First all go, so that no document meets a unique key that another has given up.
        for (const { collection, id } of this.#changes.values()) {
          const before = this.#store.document(collection, id)
          if (before) this.#store.remove(collection, id, before.fields)
        }
        for (const { collection, id, document } of this.#changes.values())
          if (document) this.#store.put(collection, id, document.fields, null)
      })
    } catch (cause) {
      // Whoever wrote the same key of a unique index was first.
      throw cause instanceof CloudError ? conflict() : cause
    }
  }

  /** Lets go of all it holds; its changes are forgotten unless they are committed. */
  end(): void {
    this.#isOver = true
    this.#store.locks.releaseAll(this)
    this.#snapshot?.close()
    this.#snapshot = undefined
  }

  /** The store as it was before its own changes. */
  get #before() {
    if (this.#isOver) throw isOver()
    this.#snapshot ??= this.#store.snapshot()
    return this.#snapshot.view
  }

  #lock(collection: string, id: string): void {
    const seen = this.#before.document(collection, id)
    if (!this.#store.locks.take(collection, id, this)) throw conflict()
    if (this.#store.document(collection, id)?.text !== seen?.text) throw conflict()
  }

  #isTaken(collection: string, index: IndexConfig, id: string, key: Key[]): boolean {
    const owner = this.#owners.get(keyName([collection, index.name, ...key]))
    if (owner !== undefined && owner !== id) return true
    const before = this.#before.keys({ ...allOf([collection, index.name, ...key]), reverse: false })
    return [...before]
      .map((entry) => String(entry.at(-1)))
      .some((other) => other !== id && !this.#changes.has(nameOf(collection, other)))
  }

  #change(change: Change): void {
    const name = nameOf(change.collection, change.id)
    for (const key of this.#uniqueKeys(this.#changes.get(name))) this.#owners.delete(key)
    for (const key of this.#uniqueKeys(change)) this.#owners.set(key, change.id)
    this.#changes.set(name, change)
  }

  #uniqueKeys(change: Change | undefined): string[] {
    if (!change?.document) return []
    const { collection, document } = change
    return this.#store
      .indexConfigs(collection)
      .filter(({ unique }) => unique)
      .flatMap((index) =>
        entriesOf(document.fields, index).keys.map((key) => keyName([collection, index.name, ...key])),
      )
  }

  /** The ids of all documents that it changes, or has changed. */
  changedIds(): string[] {
    return Array.from(this.#changes.values(), ({ id }) => id)
  }

  #changesOf(collection: string): Change[] {
    return [...this.#changes.values()].filter((change) => change.collection === collection)
  }
}

export const isOver = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds after transaction started.',
  )

/** `runTransaction` begins anew where a commit ends with it; operations tell it to the transaction's function. */
const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction conflict, maybe write by other operation.',
  )

const isWithin = (key: Key[], { start, end }: KeyRange) =>
  compareKeys(key, start) >= 0 && compareKeys(key, end) < 0

/** Names of collections have no slash. */
const nameOf = (collection: string, id: string) => `${collection}/${id}`
