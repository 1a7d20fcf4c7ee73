import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { SdkDatabase, SdkTransaction } from '../support/sdk-database'
import {
  conflict,
  one,
  startTransactionsCloud,
  type TransactionsCloud,
  unknown,
} from '../support/transactions-cloud'

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

describe('two transactions', () => {
  const both = async () => [await db.startTransaction(), await db.startTransaction()] as const

  it.each<[string, (tx: SdkTransaction) => Promise<unknown>]>([
    [
      'update',
      (tx) =>
        tx
          .collection('c')
          .doc('a')
          .update({ data: { n: 20 } }),
    ],
    [
      'set',
      (tx) =>
        tx
          .collection('c')
          .doc('a')
          .set({ data: { n: 20 } }),
    ],
    ['remove', (tx) => tx.collection('c').doc('a').remove()],
  ])('get a conflict where both %s a document', async (_how, change) => {
    const [first, second] = await both()
    await first
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await expect(change(second)).rejects.toEqual(conflict)
    await first.commit()
    await expect(second.commit()).rejects.toMatchObject(unknown)
    expect(await one(db, 'a')).toMatchObject({ n: 10 })
  })

  it('get a conflict where one changes what the other has changed since it read', async () => {
    const [first, second] = await both()
    await one(second, 'a')
    await first
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await first.commit()
    await expect(
      second
        .collection('c')
        .doc('a')
        .update({ data: { n: 20 } }),
    ).rejects.toEqual(conflict)
  })

  it('get a conflict at the end of the one that comes second with a unique key', async () => {
    const [first, second] = await both()
    await first.collection('c').add({ data: { n: 30 } })
    await second.collection('c').add({ data: { n: 30 } })
    await first.commit()
    await expect(second.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  })

  it('do not meet where they change different documents', async () => {
    const [first, second] = await both()
    await first
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    await second
      .collection('c')
      .doc('b')
      .update({ data: { n: 20 } })
    await second.commit()
    await first.commit()
    expect(await stored()).toMatchObject([{ n: 10 }, { n: 20 }])
  })
})

it('lets the SDK begin anew where a commit meets a conflict', async () => {
  let tries = 0
  await db.runTransaction(async (tx) => {
    tries += 1
    const { n } = await one(tx, 'a')
    if (tries === 1) await c().add({ data: { _id: 'first', n: 40 } })
    const taken = (await tx.collection('c').where({ n: 40 }).get()).data.length
    await tx.collection('other').doc('result').set({ data: { n, taken } })
    if (taken === 0) await tx.collection('c').add({ data: { n: 40 } })
  })
  expect(tries).toBe(2)
  expect((await db.collection('other').get()).data).toEqual([{ _id: 'result', n: 1, taken: 1 }])
})

describe('a write outside of transactions', () => {
  it.each<[string, () => Promise<unknown>, Fields[]]>([
    [
      'update',
      () =>
        c()
          .doc('a')
          .update({ data: { g: 'y' } }),
      [{ n: 10, g: 'y' }],
    ],
    [
      'update of many',
      () =>
        c()
          .where({ n: db.command.gt(0) })
          .update({ data: { g: 'y' } }),
      [{ n: 10, g: 'y' }],
    ],
    [
      'update of a condition that then no longer holds',
      () =>
        c()
          .where({ n: 1 })
          .update({ data: { g: 'y' } }),
      [{ n: 10, g: 'x' }],
    ],
    [
      'set',
      () =>
        c()
          .doc('a')
          .set({ data: { n: 99 } }),
      [{ n: 99 }],
    ],
    ['remove', () => c().doc('a').remove(), []],
  ])('waits for the transaction that has changed its document: %s', async (_name, write, left) => {
    await c().doc('b').remove()
    const tx = await db.startTransaction()
    await tx
      .collection('c')
      .doc('a')
      .update({ data: { n: 10 } })
    let isDone = false
    const written = write().then(() => {
      isDone = true
    })
    // What came after it is answered before it.
    expect(await stored()).toMatchObject([{ n: 1 }])
    expect(isDone).toBe(false)
    await tx.commit()
    await written
    expect(await stored()).toMatchObject(left)
  })

  it('goes on where the transaction is rolled back', async () => {
    const tx = await db.startTransaction()
    await tx.collection('c').doc('a').remove()
    const written = c()
      .doc('a')
      .update({ data: { g: 'y' } })
    await tx.rollback()
    await written
    expect(await one(db, 'a')).toMatchObject({ n: 1, g: 'y' })
  })

  it('is a conflict to a transaction that has read before it and writes after it', async () => {
    const tx = await db.startTransaction()
    await one(tx, 'a')
    await c()
      .doc('a')
      .update({ data: { g: 'y' } })
    await expect(
      tx
        .collection('c')
        .doc('a')
        .update({ data: { n: 10 } }),
    ).rejects.toEqual(conflict)
  })
})

it('keeps a sum while many move parts of it about', async () => {
  await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      for (;;)
        try {
          return await db.runTransaction(async (tx) => {
            const [a, b] = [await one(tx, 'a'), await one(tx, 'b')]
            await tx
              .collection('c')
              .doc('a')
              .set({ data: { n: Number(a.n) - at - 100 } })
            await tx
              .collection('c')
              .doc('b')
              .set({ data: { n: Number(b.n) + at + 100 } })
          })
        } catch (cause) {
          if (!String((cause as Error).message).includes('Transaction conflict')) throw cause
        }
    }),
  )
  const [a, b] = await stored()
  expect(Number(a?.n) + Number(b?.n)).toBe(3)
  expect(Number(b?.n)).toBe(2 + 20 * 100 + 190)
})
