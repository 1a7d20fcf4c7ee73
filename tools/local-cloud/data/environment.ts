import { join } from 'node:path'
import { type Database, type Key, open, type RootDatabase } from 'lmdb'
import { LocalCloudError } from '../local-cloud-error'
import { claimDataFolder } from './claim-data-folder'
import { isWholeDatabase } from './is-whole-database'

/** A table of the environment: values under ordered keys. */
export type Table<V> = Database<V, Key[]>

/**
 * All that the local cloud keeps, in one LMDB environment: tables of every service, changed together in one commit.
 * A commit is handed to the operating system before it is acknowledged, so it survives a kill of this process at any
 * moment; it is not forced to the disk, so a loss of power may cost the last ones.
 */
export class Environment {
  readonly dataDir: string
  readonly #root: RootDatabase

  constructor(dataDir: string) {
    claimDataFolder(dataDir)
    this.dataDir = dataDir
    const path = join(dataDir, 'database')
    if (!isWholeDatabase(join(path, 'data.mdb')))
      throw new LocalCloudError('FOREIGN_DATA', `The database in ${dataDir} is damaged.`)
    this.#root = open({ path, maxDbs: 32, noSync: true, overlappingSync: false })
  }

  /** `string` keeps text as it is, `json` any plain value. */
  table<V>(name: string, encoding: 'json' | 'string' = 'json'): Table<V> {
    return this.#root.openDB<V, Key[]>({ name, encoding })
  }

  /** Runs all reads and writes of `work` in one transaction and commits it; where `work` throws, nothing is changed. */
  write<T>(work: () => T): T {
    return this.#root.transactionSync(work)
  }

  close(): Promise<void> {
    return this.#root.close()
  }
}
