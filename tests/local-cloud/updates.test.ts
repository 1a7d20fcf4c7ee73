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

const stored = async () => {
  const { _id, ...fields } = (await things.doc('a').get()).data
  return fields
}

type Case = [
  name: string,
  before: object,
  data: (_: SdkCommand) => Record<string, unknown>,
  after: object,
  where?: object,
]

/** Stores a document, updates it, and compares what is then stored; it is changed exactly where it says so. */
async function check([, before, data, after, where = { _id: 'a' }]: Case): Promise<void> {
  await things.add({ data: { _id: 'a', ...before } })
  const { stats } = await things.where(where).update({ data: data(db.command) })
  expect(await stored()).toEqual(after)
  expect(stats).toEqual({ updated: JSON.stringify(before) === JSON.stringify(after) ? 0 : 1 })
}

const cases = (list: Case[]) => it.each(list)('%s', (...one) => check(one))

describe('a field', () => {
  cases([
    ['is set', { n: 1 }, () => ({ n: 2, t: 'x' }), { n: 2, t: 'x' }],
    ['is merged when it is an object', { o: { x: 1, y: 1 } }, () => ({ o: { x: 2 } }), { o: { x: 2, y: 1 } }],
    ['is replaced by set', { o: { x: 1, y: 1 } }, (_) => ({ o: _.set({ x: 2 }) }), { o: { x: 2 } }],
    ['is emptied by set', { o: { x: 1 } }, (_) => ({ o: _.set({}) }), { o: {} }],
    ['is made with the objects on its way', {}, () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }],
    ['is removed', { n: 1, t: 'x' }, (_) => ({ n: _.remove() }), { t: 'x' }],
    ['is removed within an object', { o: { x: 1, y: 1 } }, (_) => ({ 'o.x': _.remove() }), { o: { y: 1 } }],
    ['that is not there is removed without a change', { n: 1 }, (_) => ({ 'x.y': _.remove() }), { n: 1 }],
    ['is renamed', { n: 1 }, (_) => ({ n: _.rename('m') }), { m: 1 }],
    [
      'is renamed into an object, over what was there',
      { n: 1, o: { m: 2 } },
      (_) => ({ n: _.rename('o.m') }),
      { o: { m: 1 } },
    ],
    ['that is not there is renamed without a change', { n: 1 }, (_) => ({ x: _.rename('y') }), { n: 1 }],
    ['takes a date', {}, () => ({ at: new Date(5) }), { at: new Date(5) }],
    ['takes a list', { l: [1] }, () => ({ l: [{ x: 1 }, null] }), { l: [{ x: 1 }, null] }],
    ['takes null', { n: 1 }, () => ({ n: null }), { n: null }],
  ])

  it('takes the time of the cloud', async () => {
    await things.add({ data: { _id: 'a' } })
    await things.doc('a').update({ data: { at: db.serverDate(), later: db.serverDate({ offset: 500 }) } })
    const { at, later } = await stored()
    expect(Number(later) - Number(at)).toBe(500)
    expect(Math.abs(Number(at) - cloud.clock.now())).toBeLessThan(60_000)
  })
})

describe('a number', () => {
  cases([
    ['is added to', { n: 1 }, (_) => ({ n: _.inc(4) }), { n: 5 }],
    ['is added to within an object', { o: { n: 1 } }, (_) => ({ o: { n: _.inc(-4) } }), { o: { n: -3 } }],
    ['that is not there is added to nought', {}, (_) => ({ 'o.n': _.inc(4) }), { o: { n: 4 } }],
    ['is multiplied', { n: 3 }, (_) => ({ n: _.mul(1.5) }), { n: 4.5 }],
    ['that is not there is nought times anything', {}, (_) => ({ n: _.mul(4) }), { n: 0 }],
    ['is raised by max', { n: 1 }, (_) => ({ n: _.max(4) }), { n: 4 }],
    ['is left by a lower max', { n: 1 }, (_) => ({ n: _.max(0) }), { n: 1 }],
    ['is lowered by min', { n: 1 }, (_) => ({ n: _.min(-4) }), { n: -4 }],
    ['is left by a higher min', { n: 1 }, (_) => ({ n: _.min(4) }), { n: 1 }],
    ['that is not there is made by max and min', {}, (_) => ({ n: _.max(4), m: _.min(5) }), { n: 4, m: 5 }],
    [
      'is higher than null and lower than a text',
      { n: 1, m: 1 },
      (_) => ({ n: _.max('a'), m: _.min(null) }),
      { n: 'a', m: null },
    ],
    ['has its bits and-ed', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    [
      'has its bits or-ed beyond 32 of them',
      { n: 2 ** 40 },
      (_) => ({ n: _.bit({ or: 5 }) }),
      { n: 2 ** 40 + 5 },
    ],
    ['has its bits xor-ed', { n: 1 }, (_) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }],
  ])
})

describe('an array', () => {
  cases([
    ['is pushed to', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['is pushed one value', { l: [1] }, (_) => ({ l: _.push({ k: 1 }) }), { l: [1, { k: 1 }] }],
    ['that is not there is made by push', {}, (_) => ({ l: _.push([1]) }), { l: [1] }],
    [
      'is pushed to in a place',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [9], position: 1 }) }),
      { l: [1, 9, 2] },
    ],
    [
      'is pushed to in a place from the end',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [9], position: -1 }) }),
      { l: [1, 9, 2] },
    ],
    ['is sorted', { l: [3, 1] }, (_) => ({ l: _.push({ each: [2], sort: -1 }) }), { l: [3, 2, 1] }],
    [
      'is sorted by several fields',
      {
        l: [
          { x: 1, y: 1 },
          { x: 1, y: 2 },
        ],
      },
      (_) => ({ l: _.push({ each: [{ x: 0, y: 0 }], sort: { x: 1, y: -1 } }) }),
      {
        l: [
          { x: 0, y: 0 },
          { x: 1, y: 2 },
          { x: 1, y: 1 },
        ],
      },
    ],
    [
      'is cut after what is pushed',
      { l: [1, 2, 3] },
      (_) => ({ l: _.push({ each: [4], slice: 2 }) }),
      { l: [1, 2] },
    ],
    ['is cut to its end', { l: [1, 2, 3] }, (_) => ({ l: _.push({ each: [4], slice: -2 }) }), { l: [3, 4] }],
    [
      'that is not there is sorted and cut as well',
      {},
      (_) => ({ l: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
      { l: [1, 2] },
    ],
    ['is cut to nothing', { l: [1] }, (_) => ({ l: _.push({ each: [], slice: 0 }) }), { l: [] }],
    ['has a value put first', { l: [1] }, (_) => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
    ['loses its last element', { l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }],
    ['loses its first element', { l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }],
    ['that is not there loses nothing', { n: 1 }, (_) => ({ l: _.pop() }), { n: 1 }],
    ['loses a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
    ['loses what a condition finds', { l: [1, 2, 3, 'x'] }, (_) => ({ l: _.pull(_.gt(1)) }), { l: [1, 'x'] }],
    [
      'loses the elements that a condition finds',
      { l: [{ k: 'x', n: 1 }, { k: 'y' }, 5] },
      (_) => ({ l: _.pull({ k: 'x' }) }),
      { l: [{ k: 'y' }, 5] },
    ],
    ['loses what an expression finds', { l: ['ab', 'b'] }, (_) => ({ l: _.pull(/^a/) }), { l: ['b'] }],
    ['loses several values', { l: [1, 2, 1, 3] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
    [
      'is a set to addToSet, of objects too',
      { l: [{ x: 1 }, 2, 2] },
      (_) => ({ l: _.addToSet({ x: 1 }) }),
      { l: [{ x: 1 }, 2, 2] },
    ],
    [
      'takes each new value of several once',
      { l: [1] },
      (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }),
      { l: [1, 2] },
    ],
    ['that is not there is made by addToSet', {}, (_) => ({ l: _.addToSet(1) }), { l: [1] }],
    ['has an element set by its place', { l: [1, 2] }, () => ({ 'l.1': 7 }), { l: [1, 7] }],
    [
      'has a field set in an element',
      { rows: [{ s: 1 }, { s: 1, t: 1 }] },
      () => ({ 'rows.1.s': 2 }),
      { rows: [{ s: 1 }, { s: 2, t: 1 }] },
    ],
    ['is filled with null up to a place', { l: [1] }, () => ({ 'l.3': 7 }), { l: [1, null, null, 7] }],
    ['is filled with null before an object', { l: [] }, () => ({ 'l.1.x': 7 }), { l: [null, { x: 7 }] }],
    [
      'keeps its length when an element is removed',
      { l: [1, 2, 3] },
      (_) => ({ 'l.1': _.remove() }),
      { l: [1, null, 3] },
    ],
    ['is an object where a place of nothing is set', {}, () => ({ 'l.1': 7 }), { l: { 1: 7 } }],
    [
      'has the element changed that the condition found',
      { rows: [{ k: 'x' }, { k: 'y' }] },
      () => ({ 'rows.$.n': 1 }),
      { rows: [{ k: 'x' }, { k: 'y', n: 1 }] },
      { 'rows.k': 'y' },
    ],
    [
      'has the element changed that elemMatch found',
      {
        rows: [
          { k: 'x', n: 1 },
          { k: 'x', n: 5 },
        ],
      },
      (_) => ({ 'rows.$.n': _.inc(1) }),
      {
        rows: [
          { k: 'x', n: 1 },
          { k: 'x', n: 6 },
        ],
      },
      { _id: 'a', rows: { $elemMatch: { k: 'x', n: { $gt: 2 } } } },
    ],
    [
      'has all elements changed',
      { rows: [{ n: 1 }, { n: 2 }] },
      (_) => ({ 'rows.$[].n': _.inc(1) }),
      { rows: [{ n: 2 }, { n: 3 }] },
    ],
  ])
})

describe('is refused in the words of MongoDB:', () => {
  const before = { n: 1, t: 'x', l: [1, 2], o: { x: 1 }, nothing: null, rows: [{ k: 'x' }] }

  it.each<[string, (_: SdkCommand) => Record<string, unknown>, RegExp]>([
    [
      'inc of a text',
      (_) => ({ t: _.inc(1) }),
      /Cannot apply \$inc to a value of non-numeric type. {_id: "a"} has the field 't' of non-numeric type string/,
    ],
    ['inc of null', (_) => ({ nothing: _.inc(1) }), /Cannot apply \$inc .* of non-numeric type null/],
    ['inc by a text', (_) => ({ n: _.inc('1') }), /Cannot increment with non-numeric argument: {n: "1"}/],
    ['mul of a text', (_) => ({ t: _.mul(2) }), /Cannot apply \$mul to a value of non-numeric type/],
    ['mul by a text', (_) => ({ n: _.mul('2') }), /Cannot multiply with non-numeric argument/],
    ['a number beyond 2^53', (_) => ({ n: _.inc(2 ** 53 - 1) }), /beyond 2\^53/],
    [
      'bit of a text',
      (_) => ({ t: _.bit({ and: 1 }) }),
      /Cannot apply \$bit to a value of non-integral type/,
    ],
    [
      'bit with another operation',
      (_) => ({ n: _.bit({ nand: 1 }) }),
      /only supports 'and', 'or', and 'xor', not 'nand'/,
    ],
    ['bit with no whole number', (_) => ({ n: _.bit({ and: 1.5 }) }), /must be an Integer/],
    ['bit without an operation', (_) => ({ n: _.bit(5) }), /The \$bit modifier is not compatible with a int/],
    [
      'push to a text',
      (_) => ({ t: _.push([1]) }),
      /The field 't' must be an array but is of type string in document {_id: "a"}/,
    ],
    ['push to null', (_) => ({ nothing: _.push([1]) }), /must be an array but is of type null/],
    [
      'push with a slice that is no number',
      (_) => ({ l: _.push({ each: [], slice: 'x' }) }),
      /The value for \$slice must be an integer value/,
    ],
    [
      'push with a position that is no number',
      (_) => ({ l: _.push({ each: [], position: 1.5 }) }),
      /The value for \$position must be an integer value/,
    ],
    [
      'push with another order',
      (_) => ({ l: _.push({ each: [], sort: 2 }) }),
      /The \$sort element value must be either 1 or -1/,
    ],
    [
      'addToSet to a text',
      (_) => ({ t: _.addToSet(1) }),
      /Cannot apply \$addToSet to non-array field. Field named 't' has non-array type string/,
    ],
    ['pop of a text', (_) => ({ t: _.pop() }), /Path 't' contains an element of non-array type 'string'/],
    ['pull from a text', (_) => ({ t: _.pull(1) }), /Cannot apply \$pull to a non-array value/],
    ['a field within a number', () => ({ 'n.x': 1 }), /Cannot create field 'x' in element {n: 1}/],
    ['a field within null', () => ({ 'nothing.x': 1 }), /Cannot create field 'x' in element {nothing: null}/],
    ['a field of an array', () => ({ 'l.x': 1 }), /Cannot create field 'x' in element {l: \[1,2\]}/],
    [
      'a field of every element without saying so',
      () => ({ 'rows.k': 1 }),
      /Cannot create field 'k' in element {rows:/,
    ],
    [
      'a place far beyond the end',
      () => ({ 'l.1500004': 1 }),
      /can't backfill array to larger than 1500000 elements/,
    ],
    ['a place beyond all numbers', () => ({ 'l.99999999999999999999': 1 }), /can't backfill array/],
    [
      'two changes of one field',
      (_) => ({ 'o.x': 1, o: _.set({}) }),
      /Updating the path '.*' would create a conflict at 'o/,
    ],
    ['a rename onto what is changed', (_) => ({ n: _.rename('m'), m: 1 }), /would create a conflict at 'm'/],
    [
      'a rename to itself',
      (_) => ({ n: _.rename('n') }),
      /The source and target field for \$rename must differ/,
    ],
    ['a rename to a number', (_) => ({ n: _.rename(5) }), /The 'to' field for \$rename must be a string/],
    [
      'a rename of an element',
      (_) => ({ 'l.0': _.rename('m') }),
      /The source field cannot be an array element, 'l.0' in doc with {_id: "a"} has an array field called 'l'/,
    ],
    [
      'a rename to an element',
      (_) => ({ n: _.rename('l.0') }),
      /The destination field cannot be an array element/,
    ],
    ['an empty name', () => ({ 'o.': 1 }), /contains an empty field name/],
    [
      'a name with a dollar',
      () => ({ 'o.$x': 1 }),
      /The dollar \(\$\) prefixed field '\$x' in 'o.\$x' is not valid for storage/,
    ],
    [
      'a positional path without a condition on it',
      () => ({ 'rows.$.k': 1 }),
      /The positional operator did not find the match needed from the query/,
    ],
    [
      'all elements of what is no array',
      () => ({ 'n.$[].k': 1 }),
      /Cannot apply array updates to non-array element {n: 1}/,
    ],
    [
      'elements by a filter, which the SDK cannot send',
      () => ({ 'rows.$[one].k': 1 }),
      /No array filter found for identifier 'one'/,
    ],
    ['an operator that does not exist', () => ({ $grow: { n: 1 } }), /Unknown modifier: \$grow/],
  ])('%s', async (_name, data, message) => {
    await things.add({ data: { _id: 'a', ...before } })
    await expect(things.doc('a').update({ data: data(db.command) })).rejects.toMatchObject({
      errMsg: expect.stringMatching(message),
    })
    expect(await stored()).toEqual(before)
  })

  it('another id', async () => {
    await things.add({ data: { _id: 'a', n: 1 } })
    await expect(things.doc('a').update({ data: { n: db.command.rename('_id') } })).rejects.toMatchObject({
      errMsg: expect.stringContaining("would modify the immutable field '_id'"),
    })
  })

  it('what no document would meet, too', async () => {
    await expect(things.doc('nobody').update({ data: { n: db.command.inc('1') } })).rejects.toMatchObject({
      errCode: -502001,
    })
  })
})

it('changes several documents, each by what it holds', async () => {
  await things.add({ data: [1, 2, 3].map((n) => ({ _id: `d${n}`, n })) })
  const { command: _ } = db
  expect(await things.where({ n: _.gt(1) }).update({ data: { n: _.mul(10) } })).toMatchObject({
    stats: { updated: 2 },
  })
  const { data } = await things.orderBy('_id', 'asc').get()
  expect(data.map(({ n }) => n)).toEqual([1, 20, 30])
})
