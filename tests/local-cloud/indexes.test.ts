import type { CollectionConfig, IndexConfig } from '../../config/database'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { countReads } from '../support/count-reads'
import { startTestCloud } from '../support/local-cloud'
import {
  anSdkDatabase,
  type SdkCollection,
  type SdkCommand,
  type SdkDatabase,
  type SdkQuery,
} from '../support/sdk-database'
import { aCollection, anIndex } from '../support/temporary-store'

const lines: string[] = []
let cloud: LocalCloud
let db: SdkDatabase

async function start(collections: Record<string, CollectionConfig>): Promise<void> {
  cloud = await startTestCloud({ collections, log: (line) => lines.push(line) })
  db = anSdkDatabase(cloud)
}
beforeEach(() => {
  lines.length = 0
})

const stored = async (collection: SdkCollection) => (await collection.orderBy('_id', 'asc').get()).data

describe('a unique index', () => {
  beforeAll(() =>
    start({
      people: aCollection(
        anIndex('email', [['email', 1]], true),
        anIndex(
          'seat',
          [
            ['room.name', 1],
            ['seat', 1],
          ],
          true,
        ),
      ),
    }),
  )
  afterAll(() => cloud.close())
  beforeEach(() =>
    db
      .collection('people')
      .where({ _id: db.command.exists(true) })
      .remove(),
  )

  const fields = (seat: number, email: unknown) => ({ email, seat, room: { name: 'A' } })
  const duplicate = (index: string, key: string) => ({
    errCode: -502001,
    errMsg: expect.stringContaining(
      `E11000 duplicate key error collection: people index: ${index} dup key: { ${key} }`,
    ),
  })

  it.each<[string, object, object, string, string]>([
    ['a text', fields(1, 'x'), fields(2, 'x'), 'email', 'email: "x"'],
    ['a number and the same with a fraction of nought', fields(1, 0), fields(2, -0), 'email', 'email: 0'],
    ['null and a field that is not there', fields(1, null), { seat: 2 }, 'email', 'email: null'],
    ['two fields that are not there', { seat: 1 }, { seat: 2 }, 'email', 'email: null'],
    ['an element and a value', fields(1, ['x', 'y']), fields(2, 'y'), 'email', 'email: "y"'],
    ['two empty arrays', fields(1, []), fields(2, []), 'email', 'email: []'],
    ['both fields', fields(1, 'x'), fields(1, 'y'), 'seat', 'room.name: "A", seat: 1'],
    ['both fields that are not there', { email: 'x' }, { email: 'y' }, 'seat', 'room.name: null, seat: null'],
  ])('refuses %s as a duplicate key, and stores nothing', async (_name, one, other, index, key) => {
    const people = db.collection('people')
    await people.add({ data: { _id: 'a', ...one } })
    const before = await stored(people)
    await expect(people.add({ data: { _id: 'b', ...other } })).rejects.toMatchObject(duplicate(index, key))
    await expect(people.doc('c').set({ data: { ...other } })).rejects.toMatchObject(duplicate(index, key))
    expect(await stored(people)).toEqual(before)
  })

  it.each<[string, object, object]>([
    ['a number and a text', fields(1, 1), fields(2, '1')],
    ['texts that differ in case', fields(1, 'x'), fields(2, 'X')],
    ['one of the fields', fields(1, 'x'), { ...fields(1, 'y'), room: { name: 'B' } }],
    ['an empty array and null', fields(1, []), fields(2, 'y')],
    ['an element twice in one array', fields(1, ['x', 'x']), fields(2, 'y')],
  ])('lets %s be', async (_name, one, other) => {
    await db.collection('people').add({ data: [one, other] })
    expect(await stored(db.collection('people'))).toHaveLength(2)
  })

  it('is left by what is removed or changed, and kept by what changes elsewhere', async () => {
    const people = db.collection('people')
    await people.add({ data: { _id: 'a', ...fields(1, 'x') } })
    await people.doc('a').update({ data: { name: 'A' } })
    await people.doc('a').update({ data: { email: 'y' } })
    await people.add({ data: { _id: 'b', ...fields(2, 'x') } })
    await expect(people.doc('b').update({ data: { email: 'y' } })).rejects.toMatchObject(
      duplicate('email', 'email: "y"'),
    )
    await people.doc('a').remove()
    expect(await people.doc('b').update({ data: { email: 'y' } })).toMatchObject({ stats: { updated: 1 } })
  })

  it('keeps those before a duplicate of several that are added or changed', async () => {
    const people = db.collection('people')
    const add = people.add({ data: [1, 2, 2, 3].map((seat) => ({ _id: `p${seat}`, ...fields(seat, seat) })) })
    await expect(add).rejects.toMatchObject({ errMsg: expect.stringContaining('index: _id_') })
    expect((await stored(people)).map(({ _id }) => _id)).toEqual(['p1', 'p2'])
    await expect(people.where({ 'room.name': 'A' }).update({ data: { seat: 9 } })).rejects.toMatchObject(
      duplicate('seat', 'room.name: "A", seat: 9'),
    )
    expect((await stored(people)).map(({ seat }) => seat)).toEqual([9, 2])
  })

  it('refuses two arrays in one index, as MongoDB does', async () => {
    const people = db.collection('people')
    await expect(people.add({ data: { room: [{ name: 'A' }], seat: [1] } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('cannot index parallel arrays [seat] [room.name]'),
    })
  })

  it('lets one of many win who add the same at once', async () => {
    const people = db.collection('people')
    const attempts = Array.from({ length: 20 }, (_, seat) => people.add({ data: fields(seat, 'x') }))
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await stored(people)).toHaveLength(1)
  })
})

const COUNT = 2000
const rows = Array.from({ length: COUNT }, (_, n) => ({
  _id: `d${String(n).padStart(4, '0')}`,
  n,
  state: n % 2 === 0 ? 'on' : 'off',
  series: `s${n % 10}`,
  tags: [`t${n % 100}`, `u${n % 7}`],
  o: { x: n % 500 },
}))
const idOf = (n: number) => rows[n]?._id
const idsOf = (...numbers: number[]) => numbers.map(idOf)

const indexes: IndexConfig[] = [
  anIndex('state_n', [
    ['state', 1],
    ['n', -1],
  ]),
  anIndex('series_state_n', [
    ['series', 1],
    ['state', 1],
    ['n', 1],
  ]),
  anIndex('tags', [['tags', 1]]),
  anIndex('o_x', [['o.x', 1]]),
  anIndex('n', [['n', 1]]),
]

describe('an index is used:', () => {
  let things: SdkCollection
  beforeAll(async () => {
    await start({ things: aCollection(...indexes), plain: aCollection() })
    things = db.collection('things')
    await things.add({ data: rows })
    await db.collection('plain').add({ data: rows })
  })
  afterAll(() => cloud.close())

  type Case = [
    name: string,
    query: (all: SdkCollection, _: SdkCommand) => SdkQuery,
    most: number,
    ids: unknown[],
  ]
  it.each<Case>([
    ['an id', (all) => all.where({ _id: 'd0005' }), 1, idsOf(5)],
    ['some ids', (all, _) => all.where({ _id: _.in(['d0005', 'd0001', 'none']) }), 3, idsOf(1, 5)],
    [
      'a range of ids, backwards',
      (all, _) =>
        all
          .where({ _id: _.lt('d1000') })
          .orderBy('_id', 'desc')
          .limit(2),
      2,
      idsOf(999, 998),
    ],
    ['an equal field', (all) => all.where({ n: 7 }), 1, idsOf(7)],
    ['some equal fields', (all, _) => all.where({ n: _.in([7, 3]) }), 2, idsOf(3, 7)],
    ['a range', (all, _) => all.where({ n: _.gte(10).and(_.lt(13)) }), 3, idsOf(10, 11, 12)],
    ['equal fields', (all) => all.where({ series: 's3', state: 'off' }).limit(2), 2, idsOf(3, 13)],
    [
      'equal fields and a range, in the order of the index',
      (all, _) =>
        all
          .where({ state: 'on', n: _.lt(1001) })
          .orderBy('n', 'desc')
          .limit(3),
      3,
      idsOf(1000, 998, 996),
    ],
    [
      'equal fields, against the order of the index',
      (all) => all.where({ state: 'off' }).orderBy('n', 'asc').limit(2),
      2,
      idsOf(1, 3),
    ],
    ['an order alone', (all) => all.orderBy('n', 'desc').limit(2), 2, idsOf(1999, 1998)],
    [
      'the page after a document',
      (all, _) =>
        all
          .where(_.and([{ state: 'on' }, _.or([{ n: _.lt(500) }, { n: 500, _id: _.lt('d0500') }])]))
          .orderBy('n', 'desc')
          .orderBy('_id', 'desc')
          .limit(2),
      5,
      idsOf(498, 496),
    ],
    [
      'one of two conditions',
      (all, _) => all.where(_.or([{ n: 5 }, { 'o.x': 7, n: 507 }])),
      5,
      idsOf(5, 507),
    ],
    ['an element of an array', (all) => all.where({ tags: 't5' }).limit(2), 2, idsOf(5, 105)],
    ['a field of an object', (all) => all.where({ 'o.x': 499 }), 4, idsOf(499, 999, 1499, 1999)],
    [
      'an equal field, and what no index answers',
      (all) => all.where({ 'o.x': 499, series: /9$/ }),
      4,
      idsOf(499, 999, 1499, 1999),
    ],
    ['what is skipped', (all) => all.orderBy('n', 'asc').skip(5).limit(1), 6, idsOf(5)],
  ])('%s', async (_name, query, most, ids) => {
    const { result, documents, entries } = await countReads(() => query(things, db.command).get())
    expect(result.data.map(({ _id }) => _id)).toEqual(ids)
    expect(documents).toBeLessThanOrEqual(most)
    // One more is read to know that a range is at its end.
    expect(entries).toBeLessThanOrEqual(most + 2)
    const plain = (await query(db.collection('plain'), db.command).get()).data.map(({ _id }) => _id)
    expect([...plain].sort()).toEqual([...ids].sort())
    expect(lines.filter((line) => line.includes('of things'))).toEqual([])
  })

  it('what a projection asks, without a document', async () => {
    const { result, documents } = await countReads(() =>
      things.where({ state: 'on' }).orderBy('n', 'desc').limit(1).field({ n: true }).get(),
    )
    expect(result.data).toEqual([{ _id: 'd1998', n: 1998 }])
    expect(documents).toBe(0)
  })

  it.each<[string, (all: SdkCollection) => Promise<unknown>, number]>([
    ['an update of what it finds', (all) => all.where({ n: 5 }).update({ data: { seen: true } }), 3],
    ['a count', (all) => all.where({ n: db.command.lt(5) }).count(), 5],
    ['a removal', (all) => all.where({ n: -1 }).remove(), 0],
    [
      'the first stages of an aggregation',
      (all) =>
        all.aggregate().match({ state: 'on' }).sort({ n: -1 }).skip(1).limit(2).project({ n: 1 }).end(),
      3,
    ],
  ])('%s', async (_name, work, most) => {
    expect((await countReads(() => work(things))).documents).toBeLessThanOrEqual(most)
  })

  it('not where there is none: then all documents are looked at', async () => {
    expect((await countReads(() => db.collection('plain').where({ n: 7 }).get())).documents).toBe(COUNT)
  })
})

describe('a query that looks at more than 1000 documents without an index', () => {
  const atWork = (collections: Record<string, CollectionConfig>, count: number) =>
    start(collections).then(() => db.collection('things').add({ data: rows.slice(0, count) }))
  afterEach(() => cloud.close())

  type Case = [
    name: string,
    work: (all: SdkCollection, _: SdkCommand) => Promise<unknown>,
    where: string,
    index: string,
  ]
  it.each<Case>([
    [
      'by an equal field',
      (all) => all.where({ n: 7 }).get(),
      'where {"n":"…"}',
      "{ name: 'n', fields: [['n', 1]], unique: false }",
    ],
    [
      'by equal fields, in an order',
      (all, _) => all.where({ state: 'on', 'o.x': 3 }).orderBy('n', 'desc').get(),
      'where {"state":"…","o.x":"…"}, order [["n",-1]]',
      "{ name: 'state_o_x_n', fields: [['state', 1], ['o.x', 1], ['n', -1]], unique: false }",
    ],
    [
      'by an equal field and a range',
      (all, _) => all.where({ n: _.gt(5), state: 'none' }).get(),
      'where {"n":{"$gt":"…"},"state":"…"}',
      "{ name: 'state_n', fields: [['state', 1], ['n', 1]], unique: false }",
    ],
    [
      'by a count',
      (all, _) => all.where({ n: _.lt(5) }).count(),
      'where {"n":{"$lt":"…"}}',
      "{ name: 'n', fields: [['n', 1]], unique: false }",
    ],
    [
      'by an update',
      (all) => all.where({ series: 'none' }).update({ data: { seen: true } }),
      'where {"series":"…"}',
      "{ name: 'series', fields: [['series', 1]], unique: false }",
    ],
    [
      'by a removal',
      (all) => all.where({ series: 'none' }).remove(),
      'where {"series":"…"}',
      "{ name: 'series', fields: [['series', 1]], unique: false }",
    ],
    [
      'by an aggregation',
      (all) => all.aggregate().match({ series: 'none' }).sort({ n: 1 }).end(),
      'where {"series":"…"}, order [["n",1]]',
      "{ name: 'series_n', fields: [['series', 1], ['n', 1]], unique: false }",
    ],
  ])('is named in the log with the index that would serve it: %s', async (_name, work, where, index) => {
    await atWork({ things: aCollection() }, 1001)
    await work(db.collection('things'), db.command)
    await work(db.collection('things'), db.command)
    expect(lines).toEqual([
      `A query of things looks at more than 1000 documents without an index: ${where}. An index for config/database.ts: ${index}`,
    ])
    await cloud.close()

    lines.length = 0
    await atWork({ things: aCollection(read(index)) }, 1001)
    const { documents } = await countReads(() => work(db.collection('things'), db.command))
    expect(documents).toBeLessThan(10)
    expect(lines).toEqual([])
  })

  it('is named with an index for each of the conditions of which one is to be met', async () => {
    await atWork({ things: aCollection() }, 1001)
    const { command: _ } = db
    const things = db.collection('things')
    await things.where(_.or([{ n: 5 }, { 'o.x': 7 }])).get()
    await things.where(_.or([{ n: 5 }, { series: /9$/ }])).count()
    expect(lines.map((line) => line.split('. ')[1])).toEqual([
      "Indexes for config/database.ts: { name: 'n', fields: [['n', 1]], unique: false }, { name: 'o_x', fields: [['o.x', 1]], unique: false }",
      'No index serves it.',
    ])
  })

  it('is named once for each shape, whatever its values', async () => {
    await atWork({ things: aCollection() }, 1001)
    const things = db.collection('things')
    for (const n of [1, 2, 'x']) await things.where({ n }).get()
    for (const n of [1, 2]) await things.where({ n: db.command.gt(n), state: 'none' }).get()
    expect(lines).toHaveLength(2)
  })

  it('is not named for 1000 documents, nor for asking for everything', async () => {
    await atWork({ things: aCollection() }, 1000)
    const things = db.collection('things')
    await things.where({ n: -1 }).get()
    await things.add({ data: { _id: 'one more' } })
    await things.limit(1000).get()
    await things.count()
    await things.where({ n: 1 }).limit(1).get()
    expect(lines).toEqual([])
  })

  /** What is written in the log, as it would stand in config/database.ts. */
  const read = (index: string): IndexConfig =>
    JSON.parse(index.replaceAll("'", '"').replace(/(\w+):/g, '"$1":'))
})
