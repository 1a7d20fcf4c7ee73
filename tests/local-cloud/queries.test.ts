import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { SdkCollection, SdkDatabase, SdkQuery } from '../support/sdk-database'
import { startThingsCloud, type ThingsCloud } from '../support/things-cloud'
import { projectedDocument, projectionCases } from './operators/projection-cases'
import { queryCases } from './operators/query-cases'
import { queryRefusals } from './operators/query-refusals'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection
let empty: ThingsCloud['empty']

beforeAll(async () => {
  ;({ cloud, db, things, empty } = await startThingsCloud())
})
afterAll(() => cloud.close())
beforeEach(() => empty())

/** The ids, by name, of those of these documents that meet a condition. */
async function found(stored: Record<string, object>, where: unknown): Promise<string> {
  await things.add({ data: Object.entries(stored).map(([_id, fields]) => ({ _id, ...fields })) })
  const { data } = await things.where(where).orderBy('_id', 'asc').get()
  return data.map(({ _id }) => _id).join(' ')
}

describe.each(Object.entries(queryCases))('%s', (_group, cases) => {
  it.each(cases)('%s', async (_name, stored, where, ids) => {
    expect(await found(stored, where(db.command, db))).toBe(ids)
  })
})

describe('refuses', () => {
  it.each(queryRefusals)('%s', async (_name, where, message) => {
    await expect(found({ a: { n: 'a' } }, where(db.command, db))).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringMatching(message),
    })
  })

  it('a flag of JavaScript', async () => {
    await expect(found({}, { n: /a/g })).rejects.toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('regular expression option [g] is not supported'),
    })
  })

  it('a regular expression that would take for ever', async () => {
    const nested = { t: /^(a+)+$/ }
    await expect(found({ a: { t: `${'a'.repeat(40)}b` } }, nested)).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('A condition took longer than 2 s.'),
    })
    expect((await things.where({}).get()).data).toHaveLength(1)
  })
})

describe('field', () => {
  it.each(projectionCases)('%s', async (_name, projection, expected) => {
    await things.add({ data: { _id: 'i', ...projectedDocument } })
    const { data } = await things.where({ 'rows.k': 'y' }).field(projection(db.command)).get()
    expect(data).toEqual([expected])
  })

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'an operator in an element that does not exist',
      { rows: { $elemMatch: { $resembles: 1 } } },
      /\$resembles/,
    ],
    ['another operator', { rows: { $first: 1 } }, /Unknown projection operator \$first/],
    ['a slice that is no number', { rows: { $slice: 'x' } }, /\$slice takes a number/],
    ['a field within one that is named', { b: true, 'b.x': true }, /Path collision at b.x/],
    ['the element that no condition found', { 'list.$': true }, /did not find the match/],
  ])('refuses %s', async (_name, projection, message) => {
    await things.add({ data: { _id: 'i', ...projectedDocument } })
    await expect(things.where({}).field(projection).get()).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringMatching(message),
    })
  })

  it('refuses to leave out and to name at once', async () => {
    await expect(things.where({}).field({ a: true, b: false }).get()).rejects.toMatchObject({
      errCode: -502001,
    })
  })
})

describe('orderBy', () => {
  const order = async (stored: Record<string, object>, ...by: [string, 'asc' | 'desc'][]) => {
    await things.add({ data: Object.entries(stored).map(([_id, fields]) => ({ _id, ...fields })) })
    const query = by.reduce((started, [field, way]) => started.orderBy(field, way), things.where({}))
    return (await query.get()).data.map(({ _id }) => _id).join(' ')
  }
  const mixed = {
    list: { v: [3, 20] },
    date: { v: new Date(1) },
    yes: { v: true },
    object: { v: {} },
    text: { v: 'a' },
    number: { v: 5 },
    null: { v: null },
  }

  it('puts types in the order of MongoDB', async () => {
    expect(await order(mixed, ['v', 'asc'])).toBe('null list number text object yes date')
  })

  it('takes the greatest element of an array when the order falls', async () => {
    expect(await order(mixed, ['v', 'desc'])).toBe('date yes object text list number null')
  })

  it('puts texts in the order of their bytes', async () => {
    expect(await order({ a: { v: '😀' }, b: { v: '！' }, c: { v: 'é' }, d: { v: 'Z' } }, ['v', 'asc'])).toBe(
      'd c b a',
    )
  })

  it('goes up in one field and down in another', async () => {
    const stored = { a: { x: 1, y: 1 }, b: { x: 1, y: 2 }, c: { x: 2, y: 1 }, d: { x: 2, y: 2 } }
    expect(await order(stored, ['x', 'desc'], ['y', 'asc'])).toBe('c d a b')
  })
})

describe('skip and limit', () => {
  beforeEach(() =>
    things.add({ data: Array.from({ length: 120 }, (_, n) => ({ _id: `d${String(n).padStart(3, '0')}` })) }),
  )

  it.each<[string, (all: SdkQuery) => SdkQuery, number, string | undefined]>([
    ['100 documents without a limit', (all) => all, 100, 'd000'],
    ['100 documents for a limit of nothing', (all) => all.limit(0), 100, 'd000'],
    ['as many as the limit says', (all) => all.limit(7), 7, 'd000'],
    ['all there are for a limit beyond what the SDK sends', (all) => all.limit(5000), 120, 'd000'],
    ['what is left after those that are skipped', (all) => all.skip(115).limit(10), 5, 'd115'],
    ['nothing after the last', (all) => all.skip(120), 0, undefined],
  ])('gives %s', async (_name, query, count, first) => {
    const { data } = await query(things.orderBy('_id', 'asc')).get()
    expect(data).toHaveLength(count)
    expect(data[0]?._id).toBe(first)
  })
})
