import type { Fields } from './ejson'
import type { StoreView } from './store-view'

/** What can be changed: the store, or what a transaction sees of it. */
export interface Writer extends StoreView {
  /** Refuses what a unique index forbids before anything is written; `before` is what the document was, if it was. */
  put(collection: string, id: string, document: Fields, before: Fields | null): void
  remove(collection: string, id: string, before: Fields): void
}

/** Where an action reads and writes: the store as it is, or within a transaction. */
export interface Session {
  readonly view: StoreView
  /** Does all of `work` or, where it throws, nothing; once, though it may begin anew where documents are locked. */
  write<T>(work: (writer: Writer) => T): Promise<T>
}
