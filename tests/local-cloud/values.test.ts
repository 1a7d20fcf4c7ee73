import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { SdkCollection, SdkDatabase } from '../support/sdk-database'
import { startThingsCloud, type ThingsCloud } from '../support/things-cloud'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection
let empty: ThingsCloud['empty']

beforeAll(async () => {
  ;({ cloud, db, things, empty } = await startThingsCloud())
})
afterAll(() => cloud.close())
beforeEach(() => empty())

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })

/** A value, and as what the SDK gives it back: of a document, and, where that is otherwise, of an aggregation. */
type Case = [name: string, value: unknown, given?: unknown, aggregated?: unknown]

describe('is stored and given back by the SDK:', () => {
  it.each<Case>([
    ['an integer', 5],
    ['a negative integer', -2147483649],
    ['the greatest integer that is kept', 2 ** 53 - 1],
    ['a number with a fraction', 0.1],
    ['a number without one, however large', 1e300],
    ['the least number', 5e-324],
    ['nought, also where it was negative', -0, 0],
    ['what is not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['negative infinity', Number.NEGATIVE_INFINITY],
    ['true', true],
    ['false', false],
    ['null', null],
    ['an empty text', ''],
    ['a text of all kinds of characters', 'aé中！😀\n"\\'],
    ['a text with U+0000', 'a\u0000b'],
    ['a text of a megabyte', 'x'.repeat(1024 * 1024)],
    ['a text that looks like an operator', '$set'],
    ['a date', new Date('2021-01-02T03:04:05.678Z')],
    ['a date before 1970', new Date(-1)],
    ['the last date', new Date(8.64e15)],
    ['an empty array', []],
    ['arrays within arrays', [1, [2, [null, []]]]],
    ['an array with what is undefined, as null', [1, undefined], [1, null]],
    ['an empty object', {}],
    ['objects within objects', { a: { b: [{ c: {} }] } }],
    ['what is undefined in an object, as nothing', { a: 1, b: undefined }, { a: 1 }],
    ['a hundred levels', nested(97)],
    [
      'an object of a class, as its fields',
      new (class Thing {
        a = 1
      })(),
      { a: 1 },
    ],
    [
      'a regular expression, which the SDK gives as its parts',
      /^a\/b/im,
      { pattern: '^a\\/b', options: 'im' },
    ],
    ['bytes, of which the SDK keeps nothing', Buffer.from('abc'), { type: 'Buffer', data: [] }],
  ])('%s', async (_name, value, given = value, aggregated = given) => {
    await things.add({ data: { _id: 'a', v: value } })
    await things.doc('a').update({ data: { list: [value] } })
    const wanted = { _id: 'a', v: given, list: [given] }
    expect((await things.doc('a').get()).data).toEqual(wanted)
    expect((await things.where({ _id: 'a' }).get()).data).toEqual([wanted])
    const { list } = await things.aggregate().end()
    expect(list).toMatchObject([{ v: aggregated, list: [aggregated] }])
  })

  it('the time of the cloud, in objects and arrays too', async () => {
    await things.add({ data: { _id: 'a', o: { at: db.serverDate() }, l: [db.serverDate({ offset: -5 })] } })
    const { data } = await things.doc('a').get()
    const { at } = data.o as { at: Date }
    expect(data.l).toEqual([new Date(at.getTime() - 5)])
  })

  it('geometry, as the classes of the SDK, and as GeoJSON from an aggregation', async () => {
    const { Geo } = db
    const [a, b, c] = [new Geo.Point(0, 0), new Geo.Point(0, 1), new Geo.Point(1.5, -1)]
    const line = new Geo.LineString([a, b, c])
    const polygon = new Geo.Polygon([new Geo.LineString([a, b, c, a])])
    const data = {
      _id: 'a',
      point: c,
      line,
      polygon,
      points: new Geo.MultiPoint([a, b]),
      lines: new Geo.MultiLineString([line]),
      polygons: new Geo.MultiPolygon([polygon]),
    }
    await things.add({ data })
    expect((await things.doc('a').get()).data).toEqual(data)
    const { list } = await things.aggregate().end()
    expect(list).toMatchObject([{ point: { type: 'Point', coordinates: [1.5, -1] } }])
  })
})

describe('is found by its value:', () => {
  it.each<[string, unknown]>([
    ['an integer', 5],
    ['nought', -0],
    ['what is not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['null', null],
    ['a text with U+0000', 'a\u0000b'],
    ['an emoji', '😀'],
    ['a date', new Date(5)],
    ['an array', [1, [2]]],
    ['an object', { a: { b: 1 } }],
  ])('%s', async (_name, value) => {
    await things.add({
      data: [
        { _id: 'a', v: value },
        { _id: 'b', v: 'other' },
      ],
    })
    const { data } = await things.where({ v: db.command.eq(value) }).get()
    expect(data.map(({ _id }) => _id)).toEqual(['a'])
  })
})

describe('is refused, and nothing is stored:', () => {
  it.each<[string, unknown, RegExp]>([
    ['an integer beyond 2^53', 2 ** 53, /9007199254740992 is an integer beyond 2\^53/],
    ['a negative integer beyond 2^53', -(2 ** 60), /-1152921504606847000 is an integer beyond/],
    ['an integer beyond 2^53 in an array', [{ n: 2 ** 53 }], /beyond 2\^53/],
    ['half a character', 'a\ud83d', /half a character/],
    ['a date that is none', new Date(Number.NaN), /no readable Extended JSON/],
    ['a regular expression with a flag of JavaScript', /a/g, /option \[g\] is not supported/],
    ['more than a hundred levels', nested(101), /nested deeper than 100/],
    ['a name with U+0000', { 'a\u0000b': 1 }, /null bytes/],
    ['the name constructor', { constructor: 1 }, /field name constructor is not allowed/],
    ['the name prototype', { prototype: 1 }, /field name prototype is not allowed/],
    ['a name through __proto__', { 'a.__proto__': 1 }, /field name a.__proto__ is not allowed/],
  ])('%s', async (_name, value, message) => {
    await expect(things.add({ data: { v: value } })).rejects.toMatchObject({
      errCode: -501007,
      errMsg: expect.stringMatching(message),
    })
    expect((await things.get()).data).toEqual([])
  })

  it('a big integer, by the SDK itself', async () => {
    await expect(things.add({ data: { v: 5n } })).rejects.toMatchObject({
      errMsg: expect.stringContaining('serialize a BigInt'),
    })
  })
})

it('keeps names that every object of JavaScript has', async () => {
  const v = {
    hasOwnProperty: 1,
    toString: 2,
    valueOf: { isPrototypeOf: 3 },
    length: 4,
    '': 5,
    'a.b': 6,
    $x: 7,
  }
  await things.add({ data: { _id: 'b', v } })
  expect((await things.doc('b').get()).data).toEqual({ _id: 'b', v })
  expect((await things.where({ 'v.toString': 2, 'v.valueOf.isPrototypeOf': 3 }).count()).total).toBe(1)
  expect((await things.where({ 'v.propertyIsEnumerable': db.command.exists(true) }).count()).total).toBe(0)
  const { list } = await things
    .aggregate()
    .match({ _id: 'b' })
    .project({ x: '$v.toString', y: '$v.isPrototypeOf' })
    .end()
  expect(list).toEqual([{ _id: 'b', x: 2 }])
})

/** What the SDK's own types cannot send, and what another SDK might. */
describe('over the wire', () => {
  const ask = async (fields: object) => {
    const body = JSON.stringify({ collectionName: 'things', ...fields })
    return (await fetch(cloud.adminUrl, { method: 'POST', body })).json() as Promise<Record<string, unknown>>
  }
  const add = (value: string) =>
    ask({ action: 'database.insertDocument', data: [`{"_id":"a","v":${value}}`] })
  const read = () => ask({ action: 'database.getDocument', query: '{"_id":"a"}' })

  it.each([
    ['an int', '{"$numberInt":"5"}', '5'],
    ['a long', '{"$numberLong":"9007199254740991"}', '9007199254740991'],
    ['a double', '{"$numberDouble":"5.0"}', '5'],
    ['what is not a number', '{"$numberDouble":"NaN"}', '{"$numberDouble":"NaN"}'],
    ['infinity', '{"$numberDouble":"-Infinity"}', '{"$numberDouble":"-Infinity"}'],
    ['an id of MongoDB, as its digits', '{"$oid":"0123456789abcdef01234567"}', '"0123456789abcdef01234567"'],
    ['a date', '{"$date":{"$numberLong":"5"}}', '{"$date":"1970-01-01T00:00:00.005Z"}'],
    ['a date before 1970', '{"$date":{"$numberLong":"-5"}}', '{"$date":{"$numberLong":"-5"}}'],
    [
      'a regular expression',
      '{"$regularExpression":{"pattern":"a","options":"i"}}',
      '{"$regularExpression":{"pattern":"a","options":"i"}}',
    ],
    ['plain JSON', '{"a":[1,2.5,"x",null,true]}', '{"a":[1,2.5,"x",null,true]}'],
  ])('answers %s in relaxed Extended JSON', async (_name, value, answer) => {
    await add(value)
    expect(await read()).toMatchObject({ data: { list: [`{"_id":"a","v":${answer}}`] } })
  })

  it.each([
    ['a long beyond 2^53', '{"$numberLong":"9007199254740993"}'],
    ['a decimal', '{"$numberDecimal":"1.5"}'],
    ['bytes', '{"$binary":{"base64":"YWJj","subType":"00"}}'],
    ['a UUID', '{"$uuid":"c8edabc3-f738-4ca3-b68d-ab92a91478a3"}'],
    ['a timestamp', '{"$timestamp":{"t":0,"i":5}}'],
    ['the least key', '{"$minKey":1}'],
    ['the greatest key', '{"$maxKey":1}'],
    ['code', '{"$code":"process.exit()"}'],
    ['a symbol', '{"$symbol":"a"}'],
    ['a reference', '{"$ref":"things","$id":"a"}'],
    ['an int that is none', '{"$numberInt":"five"}'],
    ['an int that is too large', '{"$numberInt":"3000000000"}'],
    ['a double that is none', '{"$numberDouble":"1,5"}'],
    ['a date that is none', '{"$date":"soon"}'],
    ['an id that is none', '{"$oid":"xyz"}'],
    ['a regular expression that is none', '{"$regularExpression":{"pattern":"(","options":""}}'],
    ['a prototype', '{"a":{"__proto__":{"polluted":1}}}'],
  ])('refuses %s', async (_name, value) => {
    expect(await add(value)).toMatchObject({
      code: expect.stringMatching(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/),
      message: expect.any(String),
    })
    expect(await read()).toMatchObject({ data: { list: [] } })
    expect({}).not.toHaveProperty('polluted')
  })
})
