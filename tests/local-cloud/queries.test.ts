import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkCollection, type SdkCommand, type SdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { things: { read: 'nobody', indexes: [] } } })
  db = anSdkDatabase(cloud)
  things = db.collection('things')
})
afterAll(() => cloud.close())
beforeEach(() => things.where({ _id: db.command.exists(true) }).remove())

/** The ids, by name, of those of these documents that meet a condition. */
async function found(stored: Record<string, object>, where: unknown): Promise<string> {
  await things.add({ data: Object.entries(stored).map(([_id, fields]) => ({ _id, ...fields })) })
  const { data } = await things.where(where).orderBy('_id', 'asc').get()
  return data.map(({ _id }) => _id).join(' ')
}

type Case = [name: string, stored: Record<string, object>, where: (_: SdkCommand) => unknown, ids: string]

const numbers = { a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, text: { n: '2' }, none: {} }
const lists = {
  a: { l: [1, 2] },
  b: { l: [2, 3, 4] },
  empty: { l: [] },
  one: { l: 2 },
  nested: { l: [[1, 2]] },
}
const rows = {
  a: {
    rows: [
      { k: 'x', n: 1 },
      { k: 'y', n: 9 },
    ],
  },
  b: { rows: [{ k: 'x', n: 9 }] },
  c: { rows: [{ k: 'y' }, 5] },
  d: { rows: { k: 'x', n: 1 } },
}

describe('comparisons', () => {
  it.each<Case>([
    ['a value', numbers, () => ({ n: 2 }), 'b'],
    ['eq', numbers, (_) => ({ n: _.eq(2) }), 'b'],
    [
      'eq of null, which a missing field is',
      { ...numbers, null: { n: null } },
      (_) => ({ n: _.eq(null) }),
      'none null',
    ],
    [
      'eq of an object, its fields in their order',
      { a: { o: { x: 1, y: 2 } }, b: { o: { y: 2, x: 1 } } },
      (_) => ({ o: _.eq({ x: 1, y: 2 }) }),
      'a',
    ],
    ['eq of a list', lists, (_) => ({ l: _.eq([1, 2]) }), 'a nested'],
    ['eq of true, which is not 1', { a: { n: 1 }, b: { n: true } }, (_) => ({ n: _.eq(true) }), 'b'],
    ['neq', numbers, (_) => ({ n: _.neq(2) }), 'a c none text'],
    ['gt', numbers, (_) => ({ n: _.gt(1) }), 'b c'],
    ['gte', numbers, (_) => ({ n: _.gte(2) }), 'b c'],
    ['lt', numbers, (_) => ({ n: _.lt(2) }), 'a'],
    ['lte', numbers, (_) => ({ n: _.lte(2) }), 'a b'],
    ['gt of a text, which no number is', numbers, (_) => ({ n: _.gt('1') }), 'text'],
    ['gt of texts by their bytes', { a: { n: '！' }, b: { n: '😀' } }, (_) => ({ n: _.gt('！') }), 'b'],
    ['gt of any element', lists, (_) => ({ l: _.gt(3) }), 'b'],
    [
      'gt and lt of different elements',
      { a: { l: [1, 9] }, b: { l: [1] } },
      (_) => ({ l: _.gt(4).and(_.lt(6)) }),
      'a',
    ],
    [
      'gte of a date',
      { a: { at: new Date(5) }, b: { at: new Date(6) }, c: { at: 7 } },
      (_) => ({ at: _.gte(new Date(6)) }),
      'b',
    ],
    ['in', numbers, (_) => ({ n: _.in([1, '2', null]) }), 'a none text'],
    ['in of one of the elements', lists, (_) => ({ l: _.in([3, 9]) }), 'b'],
    ['in of a regular expression', { a: { t: 'abc' }, b: { t: 'b' } }, (_) => ({ t: _.in([/^a/]) }), 'a'],
    ['nin', numbers, (_) => ({ n: _.nin([1, '2']) }), 'b c none'],
  ])('%s', async (_name, stored, where, ids) => {
    expect(await found(stored, where(db.command))).toBe(ids)
  })
})

describe('logic', () => {
  it.each<Case>([
    ['and of conditions', numbers, (_) => _.and([{ n: _.gt(1) }, { n: _.lt(3) }]), 'b'],
    ['and of one field', numbers, (_) => ({ n: _.gt(1).and(_.lt(3)) }), 'b'],
    ['or of conditions', numbers, (_) => _.or([{ n: 1 }, { n: '2' }]), 'a text'],
    ['or of one field', numbers, (_) => ({ n: _.eq(1).or(_.eq(3)) }), 'a c'],
    ['nor', numbers, (_) => _.nor([{ n: 1 }, { n: '2' }]), 'b c none'],
    ['not', numbers, (_) => ({ n: _.not(_.gt(1)) }), 'a none text'],
    ['not of a regular expression', { a: { t: 'abc' }, b: { t: 'b' } }, (_) => ({ t: _.not(/^a/) }), 'b'],
    ['expr', { a: { n: 1, m: 2 }, b: { n: 2, m: 1 } }, (_) => _.expr(_.aggregate.gt(['$n', '$m'])), 'b'],
    [
      'two ors of different fields, which the SDK makes one',
      { a: { x: 1, y: 1 }, b: { x: 1, y: 3 }, c: { x: 3, y: 3 } },
      (_) => ({ x: _.or(_.eq(1), _.eq(2)), y: _.or(_.eq(1), _.eq(2)) }),
      'a b',
    ],
  ])('%s', async (_name, stored, where, ids) => {
    expect(await found(stored, where(db.command))).toBe(ids)
  })
})

describe('fields and their types', () => {
  it.each<Case>([
    ['exists', { a: { n: null }, b: {} }, (_) => ({ n: _.exists(true) }), 'a'],
    ['exists not', { a: { n: null }, b: {} }, (_) => ({ n: _.exists(false) }), 'b'],
    ['exists in elements', rows, (_) => ({ 'rows.n': _.exists(true) }), 'a b d'],
    ['mod', { a: { n: 4 }, b: { n: 5 }, c: { n: '4' }, d: {} }, (_) => ({ n: _.mod(2, 0) }), 'a'],
    ['mod of a negative number', { a: { n: -4 }, b: { n: -5 } }, (_) => ({ n: _.mod(4, -1) }), 'b'],
    [
      'a regular expression',
      { a: { t: 'abc' }, b: { t: 'xabc' }, c: { t: 5 }, d: { t: ['no', 'ab'] } },
      () => ({ t: /^AB/i }),
      'a d',
    ],
    [
      'db.RegExp',
      { a: { t: 'abc' }, b: { t: 'x' } },
      () => ({ t: db.RegExp({ regexp: '^B|C$', options: 'i' }) }),
      'a',
    ],
    ['a field of an object', { a: { o: { x: 1, y: 2 } }, b: { o: { x: 2 } } }, () => ({ o: { x: 1 } }), 'a'],
    ['a field below an array', rows, () => ({ 'rows.k': 'y' }), 'a c'],
    ['a place in an array', rows, () => ({ 'rows.0.k': 'x' }), 'a b'],
    ['null below an array', rows, (_) => ({ 'rows.n': _.eq(null) }), 'c'],
    [
      'a server date',
      { a: { at: new Date(0) }, b: { at: new Date(9e14) } },
      (_) => ({ at: _.lt(db.serverDate({ offset: 1000 })) }),
      'a',
    ],
  ])('%s', async (_name, stored, where, ids) => {
    expect(await found(stored, where(db.command))).toBe(ids)
  })
})

describe('arrays', () => {
  it.each<Case>([
    ['all', lists, (_) => ({ l: _.all([2]) }), 'a b one'],
    ['all of several', lists, (_) => ({ l: _.all([3, 2]) }), 'b'],
    [
      'all with elemMatch',
      rows,
      (_) => ({ rows: _.all([{ $elemMatch: { k: 'x', n: 1 } }, { $elemMatch: { k: 'y' } }]) }),
      'a',
    ],
    ['elemMatch of a document', rows, (_) => ({ rows: _.elemMatch({ k: 'x', n: _.gt(5) }) }), 'b'],
    ['elemMatch of a value', lists, (_) => ({ l: _.elemMatch({ $gt: 2, $lt: 4 }) }), 'b'],
    ['size', lists, (_) => ({ l: _.size(2) }), 'a'],
    ['size of nothing', lists, (_) => ({ l: _.size(0) }), 'empty'],
  ])('%s', async (_name, stored, where, ids) => {
    expect(await found(stored, where(db.command))).toBe(ids)
  })
})

describe('refuses', () => {
  it.each<[string, (_: SdkCommand) => unknown, RegExp]>([
    ['a mod by zero', (_) => ({ n: _.mod(0, 0) }), /divisor cannot be 0/],
    ['a size that is no whole number', (_) => ({ n: _.size(1.5) }), /\$size must be a whole number/],
    ['an in without a list', () => ({ n: { $in: 5 } }), /\$in needs an array/],
    ['an all without a list', () => ({ n: { $all: 5 } }), /\$all needs an array/],
    [
      'a regular expression that is none',
      () => ({ n: db.RegExp({ regexp: '(' }) }),
      /Regular expression is invalid/,
    ],
    ['a flag that only PCRE has', () => ({ n: db.RegExp({ regexp: 'a', options: 'x' }) }), /The option x/],
    ['what only PCRE has', () => ({ n: db.RegExp({ regexp: '\\Aa' }) }), /\\A in a regular expression/],
    ['an operator that does not exist', () => ({ n: { $resembles: 1 } }), /\$resembles/],
    ['code', () => ({ $where: 'true' }), /\$where/],
  ])('%s', async (_name, where, message) => {
    await expect(found({ a: { n: 'a' } }, where(db.command))).rejects.toMatchObject({
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
      errMsg: expect.stringContaining('A regular expression took longer than 2 s.'),
    })
    expect((await things.where({}).get()).data).toHaveLength(1)
  })
})

describe('field', () => {
  const stored = {
    a: 1,
    b: { x: 1, y: 2 },
    rows: [{ k: 'x', n: 1 }, { k: 'y', n: 2 }, { k: 'z' }],
    list: [1, 2, 3],
  }

  it.each<[string, (_: SdkCommand) => Record<string, unknown>, object]>([
    ['gives what is named, and the id', () => ({ a: true }), { _id: 'i', a: 1 }],
    ['gives what is named without the id', () => ({ a: true, _id: false }), { a: 1 }],
    ['gives all but what is named', () => ({ b: false, rows: false, list: false }), { _id: 'i', a: 1 }],
    ['gives all but the id', () => ({ _id: false, rows: false, b: false, list: false }), { a: 1 }],
    ['gives a field of an object', () => ({ 'b.x': true }), { _id: 'i', b: { x: 1 } }],
    [
      'leaves out a field of an object',
      () => ({ 'b.x': false, rows: false, list: false }),
      { _id: 'i', a: 1, b: { y: 2 } },
    ],
    [
      'gives a field of each element',
      () => ({ 'rows.n': true }),
      { _id: 'i', rows: [{ n: 1 }, { n: 2 }, {}] },
    ],
    ['gives nothing for a field that is not there', () => ({ nothing: true }), { _id: 'i' }],
    [
      'slices from the start',
      (_) => ({ list: _.project.slice(2), rows: true }),
      { _id: 'i', list: [1, 2], rows: stored.rows },
    ],
    ['slices from the end', (_) => ({ list: _.project.slice(-1), a: true }), { _id: 'i', a: 1, list: [3] }],
    [
      'slices from a place',
      (_) => ({ list: _.project.slice([1, 1]), a: true }),
      { _id: 'i', a: 1, list: [2] },
    ],
    ['slices and gives all else', (_) => ({ list: _.project.slice(1) }), { _id: 'i', ...stored, list: [1] }],
    [
      'gives the first element that matches',
      (_) => ({ rows: _.project.elemMatch({ n: { $gt: 1 } }) }),
      { _id: 'i', rows: [{ k: 'y', n: 2 }] },
    ],
    [
      'gives nothing where no element matches',
      (_) => ({ rows: _.project.elemMatch({ n: 9 }) }),
      { _id: 'i' },
    ],
    [
      'gives the element that the condition found',
      () => ({ 'rows.$': true }),
      { _id: 'i', rows: [{ k: 'y', n: 2 }] },
    ],
  ])('%s', async (_name, projection, expected) => {
    await things.add({ data: { _id: 'i', ...stored } })
    const { data } = await things.where({ 'rows.k': 'y' }).field(projection(db.command)).get()
    expect(data).toEqual([expected])
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
