import { configuredUpdatedCounts } from '../../tools/local-cloud/database/updated-counts'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkDatabase } from '../support/sdk-database'
import { aCollection } from '../support/temporary-store'

let cloud: LocalCloud
afterEach(() => cloud.close())

/** Of three documents, one is different. */
async function start(updatedCounts: 'changed' | 'matched'): Promise<SdkDatabase> {
  cloud = await startTestCloud({ updatedCounts, collections: { c: aCollection() } })
  const db = anSdkDatabase(cloud)
  for (const [_id, n] of Object.entries({ a: 1, b: 1, c: 2 }))
    await db.collection('c').add({ data: { _id, n } })
  return db
}

type Stats = { stats: { updated: number } }

it.each<[string, (db: SdkDatabase) => Promise<unknown>, { changed: number; matched: number }]>([
  [
    'of one document to what it is',
    (db) =>
      db
        .collection('c')
        .doc('a')
        .update({ data: { n: 1 } }),
    { changed: 0, matched: 1 },
  ],
  [
    'of one document',
    (db) =>
      db
        .collection('c')
        .doc('a')
        .update({ data: { n: 9 } }),
    { changed: 1, matched: 1 },
  ],
  [
    'of no document',
    (db) =>
      db
        .collection('c')
        .doc('x')
        .update({ data: { n: 9 } }),
    { changed: 0, matched: 0 },
  ],
  [
    'of all documents',
    (db) =>
      db
        .collection('c')
        .where({ n: db.command.gt(0) })
        .update({ data: { n: 1 } }),
    { changed: 1, matched: 3 },
  ],
  [
    'by set to what it is',
    (db) =>
      db
        .collection('c')
        .doc('a')
        .set({ data: { n: 1 } }),
    { changed: 0, matched: 1 },
  ],
  [
    'by set',
    (db) =>
      db
        .collection('c')
        .doc('a')
        .set({ data: { n: 9 } }),
    { changed: 1, matched: 1 },
  ],
])('counts an update %s', async (_what, update, counts) => {
  for (const setting of ['changed', 'matched'] as const) {
    const { stats } = (await update(await start(setting))) as Stats
    expect(stats.updated).toBe(counts[setting])
    if (setting === 'changed') await cloud.close()
  }
})

it('takes the setting from the environment', async () => {
  cloud = await startTestCloud()
  process.env.CLOUD_UPDATED_COUNTS = 'matched'
  expect(configuredUpdatedCounts()).toBe('matched')
  process.env.CLOUD_UPDATED_COUNTS = 'all'
  expect(() => configuredUpdatedCounts()).toThrow(
    'CLOUD_UPDATED_COUNTS is "all"; it takes changed or matched.',
  )
  delete process.env.CLOUD_UPDATED_COUNTS
  expect(configuredUpdatedCounts()).toBe('changed')
})
