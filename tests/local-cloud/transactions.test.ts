import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkDatabase, type SdkTransaction } from '../support/sdk-database'
import { aCollection } from '../support/temporary-store'
import { one, startTransactionsCloud, type TransactionsCloud, unknown } from '../support/transactions-cloud'

type Fields = Record<string, unknown>

let cloud: LocalCloud
let db: SdkDatabase
let c: TransactionsCloud['c']
let stored: TransactionsCloud['stored']
let fill: TransactionsCloud['fill']
beforeAll(async () => {
  ;({ cloud, db, c, stored, fill } = await startTransactionsCloud())
})
afterAll(() => cloud.close())
beforeEach(() => fill())
// Whatever a test has left open is over.
afterEach(() => cloud.clock.advance(30_000))

describe('a transaction', () => {
  it('changes documents of several collections at once', async () => {
    const made = await db.runTransaction(async (tx) => {
      await tx
        .collection('c')
        .doc('a')
        .update({ data: { n: 10 } })
      await tx.collection('c').doc('b').remove()
      await tx
        .collection('other')
        .doc('s')
        .set({ data: { whole: true } })
      return (await tx.collection('c').add({ data: { n: 3 } }))._id
    })
    expect(await stored()).toEqual([
      { _id: made, n: 3 },
      { _id: 'a', n: 10, g: 'x' },
    ])
    expect((await db.collection('other').get()).data).toEqual([{ _id: 's', whole: true }])
  })

  it('sees its own changes, which nobody else sees before its end', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await tx.collection('c').doc('b').remove()
    await tx.collection('c').add({ data: { _id: 'ab', n: 5, g: 'x' } })
    expect(await one(tx, 'a')).toMatchObject({ n: 10 })
    for (const query of [{ g: 'x' }, { n: db.command.gt(0) }, {}])
      expect((await tx.collection('c').where(query).orderBy('n', 'desc').get()).data).toEqual([
        { _id: 'a', n: 10, g: 'x' },
        { _id: 'ab', n: 5, g: 'x' },
      ])
    expect(await stored()).toMatchObject([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
    await tx.commit()
    expect(await stored()).toMatchObject([
      { _id: 'a', n: 10 },
      { _id: 'ab', n: 5 },
    ])
  })

  it('reads everything as it was at its first operation', async () => {
    const tx = await db.startTransaction()
    await c()
      .doc('a')
      .update({ data: { n: 7 } })
    expect(await one(tx, 'a')).toMatchObject({ n: 7 })
    await c()
      .doc('b')
      .update({ data: { n: 8 } })
    await c().add({ data: { _id: 'late', n: 9, g: 'x' } })
    expect(await one(tx, 'b')).toMatchObject({ n: 2 })
    expect((await tx.collection('c').where({ g: 'x' }).get()).data).toHaveLength(2)
    await tx.commit()
  })

  it('leaves nothing where it is rolled back, or its function throws', async () => {
    const before = await stored()
    const work = async (tx: SdkTransaction) => {
      await tx
        .collection('c')
        .doc('a')
        .update({ data: { n: 10 } })
      await tx.collection('c').add({ data: { n: 11 } })
    }
    await expect(
      db.runTransaction(async (tx) => {
        await work(tx)
        await tx.rollback('why')
      }),
    ).rejects.toBe('why')
    await expect(
      db.runTransaction(async (tx) => {
        await work(tx)
        throw new Error('thought better')
      }),
    ).rejects.toThrow('thought better')
    expect(await stored()).toEqual(before)
    await c()
      .doc('a')
      .update({ data: { n: 12 } })
  })

  it('is unknown once it has ended, but may be told twice how', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await tx.commit()
    await tx.commit()
    expect(await one(db, 'a')).toMatchObject({ n: 10 })
    await expect(tx.rollback()).rejects.toMatchObject(unknown)
    await expect(
      tx
        .collection('c')
        .doc('a')
        .update({ data: { n: 11 } }),
    ).rejects.toMatchObject({ errCode: -501001 })
    const other = await db.startTransaction()
    await other.rollback()
    await other.rollback()
    await expect(other.commit()).rejects.toMatchObject(unknown)
  })

  it('is over 30 seconds after its start, and lets go of what it held', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await cloud.clock.advance(29_000)
    expect(await one(tx, 'a')).toMatchObject({ n: 10 })
    await cloud.clock.advance(1000)
    await expect(tx.commit()).rejects.toMatchObject(unknown)
    await c()
      .doc('a')
      .update({ data: { n: 12 } })
    expect(await one(db, 'a')).toMatchObject({ n: 12 })
  })

  it('ends with an operation that is refused', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await expect(tx.collection('c').add({ data: { _id: 'b', n: 20 } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('E11000'),
    })
    await expect(tx.commit()).rejects.toMatchObject(unknown)
    expect(await one(db, 'a')).toMatchObject({ n: 1 })
  })

  it.each<[string, Fields]>([
    ['of a document that was there', { n: 2 }],
    ['of one that it has written itself', { n: 50 }],
  ])('may not take the unique key %s', async (_whose, data) => {
    const tx = await db.startTransaction()
    await tx.collection('c').add({ data: { n: 50 } })
    await expect(tx.collection('c').add({ data })).rejects.toMatchObject({
      errMsg: expect.stringContaining('E11000'),
    })
  })

  it('may hand a unique key on, whichever document it has changed first', async () => {
    await db.runTransaction(async (tx) => {
      await tx
        .collection('c')
        .doc('b')
        .update({ data: { n: 50 } })
      await tx
        .collection('c')
        .doc('a')
        .update({ data: { n: 2 } })
      await tx
        .collection('c')
        .doc('b')
        .update({ data: { n: 1 } })
    })
    expect(await stored()).toMatchObject([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ])
  })

  it('may take a unique key that it had taken and given up', async () => {
    await db.runTransaction(async (tx) => {
      const made = await tx.collection('c').add({ data: { n: 50 } })
      await tx.collection('c').doc(made._id).remove()
      await tx.collection('c').add({ data: { _id: 'd', n: 50 } })
    })
    expect(await stored()).toMatchObject([{ n: 1 }, { n: 2 }, { _id: 'd', n: 50 }])
  })

  it('hears at once of what an index cannot hold', async () => {
    const tx = await db.startTransaction()
    await expect(tx.collection('c').add({ data: { p: [1], q: [1] } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('parallel arrays'),
    })
  })

  it('may take the unique key of a document that it has removed, or given another', async () => {
    await db.runTransaction(async (tx) => {
      await tx.collection('c').doc('a').remove()
      await tx
        .collection('c')
        .doc('b')
        .update({ data: { n: 1 } })
      await tx.collection('c').add({ data: { _id: 'd', n: 2 } })
    })
    expect(await stored()).toMatchObject([
      { _id: 'b', n: 1 },
      { _id: 'd', n: 2 },
    ])
  })
})

it('reads hundreds of moments at once, each as it was', async () => {
  const open: SdkTransaction[] = []
  for (let n = 0; n < 300; n += 1) {
    await db.collection('other').doc('s').set({ data: { n } })
    const tx = await db.startTransaction()
    await tx.collection('other').doc('s').get()
    open.push(tx)
  }
  const seen = await Promise.all(open.map((tx) => tx.collection('other').doc('s').get()))
  expect(seen.map(({ data }) => data.n)).toEqual(Array.from(open, (_, n) => n))
})

describe('a fault at the end of a transaction', () => {
  afterEach(() => cloud.faults.clear())
  const commit = 'database.commitTransaction'

  it('lets the SDK begin anew where it is a conflict', async () => {
    const fault = { kind: 'fail', code: 'DATABASE_TRANSACTION_CONFLICT' } as const
    cloud.faults.add({ action: commit, on: { call: 1 }, fault })
    let tries = 0
    await db.runTransaction(async (tx) => {
      tries += 1
      await one(tx, 'a')
    })
    expect(tries).toBe(2)
  })

  it.each(['before', 'after'] as const)('is listed with all that it met: a lost answer, %s', async (when) => {
    cloud.faults.add({ action: commit, fault: { kind: 'drop', when } })
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .set({ data: { n: 10 } })
    await tx.collection('c').doc('b').remove()
    await expect(tx.commit()).rejects.toThrow()
    expect(cloud.faults.met()).toMatchObject([{ action: commit, documents: ['a', 'b'] }])
    expect(await stored()).toHaveLength(when === 'after' ? 1 : 2)
  })
})

it('ends with the cloud, which then starts without it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'transactions-'))
  const start = () => startTestCloud({ dataDir, collections: { c: aCollection() } })
  const first = await start()
  const transaction = await anSdkDatabase(first).startTransaction()
  await transaction.collection('c').add({ data: { _id: 'a' } })
  await first.close()
  const second = await start()
  const again = anSdkDatabase(second)
  await expect(transaction.commit()).rejects.toMatchObject(unknown)
  expect((await again.collection('c').get()).data).toEqual([])
  await again.collection('c').add({ data: { _id: 'a' } })
  await second.close()
  rmSync(dataDir, { recursive: true, force: true })
  anSdkDatabase(cloud)
})
