import { collections } from '../../config/database'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
let db: SdkDatabase

const index = (name: string, field: string, unique: boolean) =>
  ({ name, fields: [[field, 1]], unique }) as const

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: {
      ...collections,
      people: { read: 'nobody', indexes: [index('email', 'email', true), index('age', 'age', false)] },
    },
  })
  db = anSdkDatabase(cloud)
})

afterAll(() => cloud.close())

/** Each test has a collection of its own. */
let people: ReturnType<SdkDatabase['collection']>
beforeEach(async () => {
  people = db.collection('people')
  await people.where({ _id: db.command.exists(true) }).remove()
})

const all = async () => (await people.orderBy('_id', 'asc').get()).data

describe('add', () => {
  it('stores a document as it is and answers an id of 32 hexadecimal digits', async () => {
    const born = new Date('2021-01-02T03:04:05.678Z')
    const { _id } = await people.add({ data: { name: '甲', age: 1.5, born, tags: ['a', { b: null }] } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect(await all()).toEqual([{ _id, name: '甲', age: 1.5, born, tags: ['a', { b: null }] }])
  })

  it('honours an id that is given and refuses it a second time as a duplicate key', async () => {
    expect(await people.add({ data: { _id: 'a', age: 1 } })).toMatchObject({ _id: 'a' })
    await expect(people.add({ data: { _id: 'a', age: 2, email: 'x' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringMatching(
        /^collection\.add:fail -502001 database request fail\. .*E11000 .* index: _id_/,
      ),
    })
    expect(await all()).toEqual([{ _id: 'a', age: 1 }])
  })

  it('adds several documents at once', async () => {
    const answer = await people.add({
      data: [
        { _id: 'a', email: 'a' },
        { _id: 'b', email: 'b' },
      ],
    })
    expect(answer).toMatchObject({ _ids: ['a', 'b'] })
    expect(await all()).toHaveLength(2)
  })

  it('replaces a server date by the time, with its offset', async () => {
    const before = Date.now()
    await people.add({ data: { at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) } })
    const [{ at, later } = {}] = (await all()) as { at?: Date; later?: Date }[]
    expect(at?.getTime()).toBeGreaterThanOrEqual(before)
    expect(Number(later) - Number(at)).toBe(3_600_000)
  })

  it('refuses an integer that cannot be kept exactly', async () => {
    await expect(people.add({ data: { age: 2 ** 53 } })).rejects.toMatchObject({ errCode: -501007 })
    await expect(people.add({ data: { age: 2 ** 53 - 1 } })).resolves.toBeTruthy()
  })
})

describe('doc().get', () => {
  it('says that a document is not there', async () => {
    await expect(people.doc('nobody').get()).rejects.toMatchObject({ errCode: -1 })
  })

  it('gives the fields that are asked for', async () => {
    await people.add({ data: { _id: 'a', name: 'A', age: 1, address: { city: 'X', road: 'Y' } } })
    const { data } = await people.doc('a').field({ age: true, 'address.city': true }).get()
    expect(data).toEqual({ _id: 'a', age: 1, address: { city: 'X' } })
  })
})

describe('where().get', () => {
  const ages = async (query: ReturnType<typeof people.where>) =>
    (await query.get()).data.map(({ age }) => age)

  beforeEach(() =>
    people.add({
      data: [5, 1, 4, 2, 3].map((age) => ({ _id: `p${age}`, age, even: age % 2 === 0, email: age })),
    }),
  )

  it('filters, orders, skips and limits', async () => {
    const { gt } = db.command
    expect(
      await ages(
        people
          .where({ age: gt(1) })
          .orderBy('age', 'desc')
          .skip(1)
          .limit(2),
      ),
    ).toEqual([4, 3])
  })

  it('orders by several fields in their order', async () => {
    expect(await ages(people.where({}).orderBy('even', 'desc').orderBy('age', 'asc'))).toEqual([
      2, 4, 1, 3, 5,
    ])
  })

  it('understands and, or, in and regular expressions', async () => {
    const { command: _ } = db
    expect(await ages(people.where({ age: _.gte(2).and(_.lt(4)) }).orderBy('age', 'asc'))).toEqual([2, 3])
    expect(await ages(people.where(_.or([{ age: 1 }, { even: true }])).orderBy('age', 'asc'))).toEqual([
      1, 2, 4,
    ])
    expect(await ages(people.where({ age: _.in([1, 9]) }))).toEqual([1])
    expect(await ages(people.where({ _id: /^P[45]$/i }).orderBy('age', 'asc'))).toEqual([4, 5])
  })

  it('gives documents without an order as they were added', async () => {
    await people.where({ age: db.command.gt(0) }).remove()
    for (const age of [3, 1, 2]) await people.add({ data: { age, email: age } })
    expect(await ages(people.where({}))).toEqual([3, 1, 2])
  })

  it('gives 100 documents when not told how many, and never more than 1000', async () => {
    await people.add({ data: Array.from({ length: 1001 }, (_, at) => ({ age: 10, email: `e${at}` })) })
    expect(await ages(people.where({ age: 10 }))).toHaveLength(100)
    expect(await ages(people.where({ age: 10 }).limit(5000))).toHaveLength(1000)
    expect(await people.where({ age: 10 }).count()).toMatchObject({ total: 1001 })
  })
})

describe('update', () => {
  beforeEach(() =>
    people.add({
      data: [
        { _id: 'a', age: 1, address: { city: 'X', road: 'Y' }, list: [1, 2, 3], email: 'a' },
        { _id: 'b', age: 1, email: 'b' },
      ],
    }),
  )

  const updated = async (data: Record<string, unknown>) => {
    await people.doc('a').update({ data })
    return (await people.doc('a').get()).data
  }

  it('merges nested objects and replaces with set', async () => {
    expect(await updated({ address: { city: 'Z' } })).toMatchObject({ address: { city: 'Z', road: 'Y' } })
    expect(await updated({ address: db.command.set({ city: 'W' }) })).toMatchObject({
      address: { city: 'W' },
    })
    expect((await people.doc('a').get()).data).not.toHaveProperty('address.road')
  })

  it.each<[string, (command: SdkDatabase['command']) => Record<string, unknown>, Record<string, unknown>]>([
    ['inc', (_) => ({ age: _.inc(4) }), { age: 5 }],
    ['mul', (_) => ({ age: _.mul(4) }), { age: 4 }],
    ['max', (_) => ({ age: _.max(4) }), { age: 4 }],
    ['min', (_) => ({ age: _.min(-4) }), { age: -4 }],
    ['push', (_) => ({ list: _.push([4, 5]) }), { list: [1, 2, 3, 4, 5] }],
    ['push in a place', (_) => ({ list: _.push({ each: [9], position: 1 }) }), { list: [1, 9, 2, 3] }],
    [
      'push with sort and slice',
      (_) => ({ list: _.push({ each: [0], sort: 1, slice: 2 }) }),
      { list: [0, 1] },
    ],
    ['unshift', (_) => ({ list: _.unshift([0]) }), { list: [0, 1, 2, 3] }],
    ['pop', (_) => ({ list: _.pop() }), { list: [1, 2] }],
    ['shift', (_) => ({ list: _.shift() }), { list: [2, 3] }],
    ['pull', (_) => ({ list: _.pull(_.gt(1)) }), { list: [1] }],
    ['pullAll', (_) => ({ list: _.pullAll([1, 3]) }), { list: [2] }],
    ['addToSet', (_) => ({ list: _.addToSet(3) }), { list: [1, 2, 3] }],
    ['rename', (_) => ({ age: _.rename('years') }), { years: 1 }],
    ['a place in an array', () => ({ 'list.1': 7 }), { list: [1, 7, 3] }],
    ['a date', () => ({ at: new Date(5) }), { at: new Date(5) }],
  ])('does %s', async (_name, data, expected) => {
    expect(await updated(data(db.command))).toMatchObject(expected)
  })

  it('removes a field', async () => {
    expect(await updated({ age: db.command.remove() })).not.toHaveProperty('age')
  })

  it('counts the documents that became others, and none that is not there', async () => {
    expect(await people.where({ age: 1 }).update({ data: { age: 2 } })).toMatchObject({
      stats: { updated: 2 },
    })
    expect(await people.where({ age: 2 }).update({ data: { age: 2 } })).toMatchObject({
      stats: { updated: 0 },
    })
    expect(await people.doc('nobody').update({ data: { age: 2 } })).toMatchObject({ stats: { updated: 0 } })
  })

  it('makes one winner of many that update on a condition at once', async () => {
    const attempts = Array.from({ length: 20 }, (_, at) =>
      people.where({ _id: 'a', age: 1 }).update({ data: { age: 100 + at } }),
    )
    const counts = (await Promise.all(attempts)).map(({ stats }) => stats.updated)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('loses no increment of many at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, () => people.doc('a').update({ data: { age: db.command.inc(1) } })),
    )
    expect((await people.doc('a').get()).data).toMatchObject({ age: 31 })
  })

  it('refuses a value that a unique index holds already', async () => {
    await expect(people.doc('a').update({ data: { email: 'b' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringMatching(/E11000 duplicate key error .* index: email/),
    })
    expect((await people.doc('a').get()).data).toMatchObject({ email: 'a' })
  })

  it('sends nothing for an empty object, which the SDK loses', async () => {
    expect(await people.doc('a').update({ data: { address: {} } })).toMatchObject({ stats: { updated: 0 } })
  })
})

describe('set', () => {
  it('makes a document that is not there and replaces one that is', async () => {
    expect(await people.doc('a').set({ data: { age: 1, gone: true } })).toMatchObject({
      _id: 'a',
      stats: { updated: 0, created: 1 },
    })
    expect(await people.doc('a').set({ data: { age: 2 } })).toMatchObject({
      stats: { updated: 1, created: 0 },
    })
    expect(await all()).toEqual([{ _id: 'a', age: 2 }])
  })
})

describe('remove', () => {
  beforeEach(() => people.add({ data: [1, 2, 3].map((age) => ({ _id: `p${age}`, age, email: age })) }))

  it('removes one, or all that meet a condition, from indexes too', async () => {
    expect(await people.doc('p1').remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await people.doc('p1').remove()).toMatchObject({ stats: { removed: 0 } })
    expect(await people.where({ age: db.command.gt(2) }).remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await all()).toEqual([{ _id: 'p2', age: 2, email: 2 }])
    await expect(people.add({ data: { email: 3 } })).resolves.toBeTruthy()
  })

  it('removes everything on a condition that the SDK drops, as the cloud does', async () => {
    expect(await people.where({ age: {} }).remove()).toMatchObject({ stats: { removed: 3 } })
  })
})

describe('createCollection', () => {
  it('makes a collection that can then be written to, once', async () => {
    await expect(db.collection('fresh').add({ data: {} })).rejects.toMatchObject({ errCode: -502005 })
    await db.createCollection('fresh')
    await expect(db.collection('fresh').add({ data: {} })).resolves.toBeTruthy()
    await expect(db.createCollection('fresh')).rejects.toMatchObject({
      errCode: -1,
      code: 'DATABASE_REQUEST_FAILED',
    })
  })
})
