import { join } from 'node:path'
import { type Database, type Key, open, type RootDatabase, type Transaction } from 'lmdb'
import { type Encoding, storedValues } from './stored-value'

/** A table of the environment: values under ordered keys. */
export type Table<V> = Database<V, Key[]>

/** Everything as it was at one moment: to be given to a table's reads, though not within `write`, and to be closed. */
export type Moment = { readonly transaction: Transaction; close(): void }

/** Addresses, not memory: so large that it need not grow while a moment is being read. */
const MAP_BYTES = 2 ** 36

/** How many moments there may be at once; each open transaction reads one. */
const MAX_MOMENTS = 10_000

/**
 * All that the local cloud keeps, in one LMDB environment: tables of every service, changed together in one commit.
 * A commit is handed to the operating system before it is acknowledged, so it survives a kill of this process at any
 * moment; it is not forced to the disk, so a loss of power may cost the last ones. `openEnvironment` opens the one of
 * a data folder, and looks at what it finds there first.
 */
export class Environment {
  readonly dataDir: string
  readonly #root: RootDatabase
  readonly #tables = new Map<string, Table<unknown>>()
  readonly #afterClose: () => unknown

  constructor(dataDir: string, afterClose: () => unknown = () => {}) {
    this.dataDir = dataDir
    this.#afterClose = afterClose
    this.#root = open({
      path: join(dataDir, 'database'),
      maxDbs: 32,
      // What reads without a moment takes a place as well.
      maxReaders: MAX_MOMENTS + 1,
      mapSize: MAP_BYTES,
      noSync: true,
      overlappingSync: false,
    })
  }

  /** `string` keeps text as it is, `json` any plain value. */
  table<V>(name: string, encoding: Encoding = 'json'): Table<V> {
    const table = this.#root.openDB<V, Key[]>(name, tableOptions<V>(encoding))
    this.#tables.set(name, table as Table<unknown>)
    return table
  }

  /** Those that this process has opened. */
  tables(): { name: string; table: Table<unknown> }[] {
    return Array.from(this.#tables, ([name, table]) => ({ name, table }))
  }

  /** Of all that are there. */
  tableNames(): string[] {
    return [...this.#root.getKeys()].map(String)
  }

  /** Runs all reads and writes of `work` in one transaction and commits it; where `work` throws, nothing is changed. */
  write<T>(work: () => T): T {
    return this.#root.transactionSync(work)
  }

  moment(): Moment {
    // One that has been begun may be older than the last commit.
    this.#root.resetReadTxn()
    const transaction = this.#root.useReadTransaction()
    return { transaction, close: () => transaction.done() }
  }

  async close(): Promise<void> {
    await this.#root.close()
    await this.#afterClose()
  }
}

/** The types of lmdb know an encoder for the whole environment only; each table has one of its own. */
const tableOptions = <V>(encoding: Encoding): object => ({ encoder: storedValues<V>(encoding) })
