import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'
import { anSdkDatabase, type SdkCollection, type SdkDatabase } from './sdk-database'

export type ThingsCloud = {
  cloud: LocalCloud
  db: SdkDatabase
  /** A collection without an index. */
  things: SdkCollection
  empty(): Promise<unknown>
}

/** A local cloud with one collection, as the SDK sees it. */
export async function startThingsCloud(): Promise<ThingsCloud> {
  const cloud = await startTestCloud({ collections: { things: { read: 'nobody', indexes: [] } } })
  const db = anSdkDatabase(cloud)
  const things = db.collection('things')
  return { cloud, db, things, empty: () => things.where({ _id: db.command.exists(true) }).remove() }
}
