import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionConfig, IndexConfig } from '../../config/database'
import { openEnvironment } from '../../tools/local-cloud/data/open-environment'
import { Store } from '../../tools/local-cloud/database/store'

export const anIndex = (name: string, fields: IndexConfig['fields'], unique = false): IndexConfig => ({
  name,
  fields,
  unique,
})

export const aCollection = (...indexes: IndexConfig[]): CollectionConfig => ({ read: 'nobody', indexes })

/** A store in a folder of its own, which is gone after `close`. */
export async function openTemporaryStore(
  configs: Record<string, CollectionConfig>,
): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  const environment = await openEnvironment(folder)
  const store = new Store(environment, configs)
  store.prepare()
  return {
    store,
    async close() {
      await environment.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
