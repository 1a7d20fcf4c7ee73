import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import {
  anSdkDatabase,
  type Expressions,
  type SdkAggregate,
  type SdkCollection,
  type SdkDatabase,
} from '../support/sdk-database'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection

const collection = { read: 'nobody', indexes: [] } as const

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { things: collection, series: collection } })
  db = anSdkDatabase(cloud)
  things = db.collection('things')
})
afterAll(() => cloud.close())
beforeEach(async () => {
  for (const name of ['things', 'series'])
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
})

const store = (name: string, documents: Record<string, object>) =>
  db.collection(name).add({ data: Object.entries(documents).map(([_id, fields]) => ({ _id, ...fields })) })

// biome-ignore lint/suspicious/noThenProperty: $switch names it so.
const when = (condition: unknown, value: unknown) => ({ case: condition, then: value })

describe('an expression', () => {
  const document = {
    n: 5,
    negative: -2.5,
    text: 'Hé!',
    list: [3, 1, 2],
    rows: [{ n: 1 }, { n: 2 }],
    o: { x: 1, y: 2 },
    at: new Date('2021-01-02T03:04:05.678Z'),
    nothing: null,
  }
  const day = (text: string) => new Date(`${text}T00:00:00Z`)

  it.each<[string, ($: Expressions) => unknown, unknown]>([
    ['abs', ($) => $.abs('$negative'), 2.5],
    ['add', ($) => $.add(['$n', 1, 2]), 8],
    ['add to a date', ($) => $.add(['$at', 1000]), new Date('2021-01-02T03:04:06.678Z')],
    ['allElementsTrue', ($) => $.allElementsTrue([[true, 1, 'x']]), true],
    ['and', ($) => $.and([true, 0]), false],
    ['anyElementTrue', ($) => $.anyElementTrue([[false, 0, null]]), false],
    ['arrayElemAt', ($) => $.arrayElemAt(['$list', -1]), 2],
    ['arrayToObject', ($) => $.arrayToObject($.literal([{ k: 'a', v: 1 }])), { a: 1 }],
    ['avg of a list', ($) => $.avg('$list'), 2],
    ['ceil', ($) => $.ceil('$negative'), -2],
    ['cmp', ($) => $.cmp(['$n', 3]), 1],
    ['cmp of two types', ($) => $.cmp(['$n', '$text']), -1],
    ['concat', ($) => $.concat(['$text', '?']), 'Hé!?'],
    ['concat of null', ($) => $.concat(['$text', '$nothing']), null],
    ['concatArrays', ($) => $.concatArrays(['$list', [4]]), [3, 1, 2, 4]],
    ['cond', ($) => $.cond([$.gt(['$n', 3]), 'more', 'less']), 'more'],
    [
      'dateFromParts',
      ($) => $.dateFromParts({ year: 2021, month: 2, day: 3, hour: 4, timezone: '+08:00' }),
      new Date('2021-02-02T20:00:00Z'),
    ],
    [
      'dateFromString',
      ($) => $.dateFromString({ dateString: '2021-01-02T03:04:05Z' }),
      new Date('2021-01-02T03:04:05Z'),
    ],
    [
      'dateToString',
      ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L %j %u' }),
      '2021-01-02 03:04:05.678 002 6',
    ],
    [
      'dateToString in a zone',
      ($) => $.dateToString({ date: '$at', format: '%d %H', timezone: 'Asia/Shanghai' }),
      '02 11',
    ],
    ['dateToString of null', ($) => $.dateToString({ date: '$nothing', format: '%Y' }), null],
    ['dayOfMonth', ($) => $.dayOfMonth('$at'), 2],
    ['dayOfMonth in a zone', ($) => $.dayOfMonth({ date: '$at', timezone: '-08:00' }), 1],
    ['dayOfWeek', ($) => $.dayOfWeek('$at'), 7],
    ['dayOfYear', ($) => $.dayOfYear('$at'), 2],
    ['divide', ($) => $.divide(['$n', 2]), 2.5],
    ['eq', ($) => $.eq(['$n', 5]), true],
    ['eq of a list and its element', ($) => $.eq(['$list', 3]), false],
    ['eq of a missing field and null', ($) => $.eq(['$missing', null]), false],
    ['exp', ($) => $.exp(0), 1],
    ['filter', ($) => $.filter({ input: '$list', as: 'x', cond: $.gt(['$$x', 1]) }), [3, 2]],
    ['first of a list', ($) => $.first('$list'), 3],
    ['floor', ($) => $.floor('$negative'), -3],
    ['gt', ($) => $.gt(['$n', 5]), false],
    ['gt of two types', ($) => $.gt(['$text', '$n']), true],
    ['gte', ($) => $.gte(['$n', 5]), true],
    ['hour', ($) => $.hour('$at'), 3],
    ['ifNull', ($) => $.ifNull(['$nothing', 'else']), 'else'],
    ['in', ($) => $.in([2, '$list']), true],
    ['indexOfArray', ($) => $.indexOfArray(['$list', 2]), 2],
    ['indexOfBytes', ($) => $.indexOfBytes(['$text', '!']), 3],
    ['indexOfCP', ($) => $.indexOfCP(['$text', '!']), 2],
    ['indexOfCP between places', ($) => $.indexOfCP(['abcabc', 'a', 1, 3]), -1],
    ['isArray', ($) => $.isArray('$list'), true],
    ['isoDayOfWeek', ($) => $.isoDayOfWeek('$at'), 6],
    ['isoWeek', ($) => $.isoWeek('$at'), 53],
    ['isoWeekYear', ($) => $.isoWeekYear('$at'), 2020],
    ['isoWeekYear at the end of a year', ($) => $.isoWeekYear(day('2024-12-30')), 2025],
    ['last of a list', ($) => $.last('$list'), 2],
    ['let', ($) => $.let({ vars: { v: '$n' }, in: $.multiply(['$$v', 2]) }), 10],
    ['literal', ($) => $.literal('$n'), '$n'],
    ['ln', ($) => $.ln(1), 0],
    ['log', ($) => $.log([8, 2]), 3],
    ['log10', ($) => $.log10(100), 2],
    ['lt', ($) => $.lt(['$n', 6]), true],
    ['lte', ($) => $.lte(['$n', 4]), false],
    ['map', ($) => $.map({ input: '$list', as: 'x', in: $.add(['$$x', 1]) }), [4, 2, 3]],
    ['max of a list', ($) => $.max('$list'), 3],
    ['mergeObjects', ($) => $.mergeObjects(['$o', { y: 3 }]), { x: 1, y: 3 }],
    ['millisecond', ($) => $.millisecond('$at'), 678],
    ['min of a list', ($) => $.min('$list'), 1],
    ['minute', ($) => $.minute('$at'), 4],
    ['mod', ($) => $.mod(['$n', 3]), 2],
    ['month', ($) => $.month('$at'), 1],
    ['multiply', ($) => $.multiply(['$n', 2]), 10],
    ['neq', ($) => $.neq(['$n', 5]), false],
    ['not', ($) => $.not([true]), false],
    [
      'objectToArray',
      ($) => $.objectToArray('$o'),
      [
        { k: 'x', v: 1 },
        { k: 'y', v: 2 },
      ],
    ],
    ['or', ($) => $.or([false, '$n']), true],
    ['pow', ($) => $.pow([2, 10]), 1024],
    ['range', ($) => $.range([0, 5, 2]), [0, 2, 4]],
    ['reduce', ($) => $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
    ['reverseArray', ($) => $.reverseArray('$list'), [2, 1, 3]],
    ['second', ($) => $.second('$at'), 5],
    ['setDifference', ($) => $.setDifference([[1, 2], [2]]), [1]],
    [
      'setEquals',
      ($) =>
        $.setEquals([
          [1, 2],
          [2, 1, 1],
        ]),
      true,
    ],
    [
      'setIntersection',
      ($) =>
        $.setIntersection([
          [1, 2],
          [2, 3],
        ]),
      [2],
    ],
    ['setIsSubset', ($) => $.setIsSubset([[1], [1, 2]]), true],
    ['setUnion', ($) => $.setUnion([[1], [1, 2]]), [1, 2]],
    ['size', ($) => $.size('$list'), 3],
    ['slice', ($) => $.slice(['$list', 1, 2]), [1, 2]],
    ['slice from the end', ($) => $.slice(['$list', -1]), [2]],
    ['split', ($) => $.split(['a,b', ',']), ['a', 'b']],
    ['sqrt', ($) => $.sqrt(16), 4],
    ['stdDevPop of a list', ($) => $.stdDevPop([2, 4]), 1],
    ['stdDevSamp of a list', ($) => $.stdDevSamp([1, 2, 3]), 1],
    ['strcasecmp', ($) => $.strcasecmp(['ABC', 'abd']), -1],
    ['strLenBytes', ($) => $.strLenBytes('$text'), 4],
    ['strLenCP', ($) => $.strLenCP('$text'), 3],
    ['substr', ($) => $.substr(['abc', 1, 1]), 'b'],
    ['substrBytes', ($) => $.substrBytes(['$text', 1, 2]), 'é'],
    ['substrCP', ($) => $.substrCP(['$text', 1, 1]), 'é'],
    ['subtract', ($) => $.subtract(['$n', 3]), 2],
    ['subtract of dates', ($) => $.subtract(['$at', day('2021-01-02')]), 11_045_678],
    ['sum of a list', ($) => $.sum('$list'), 6],
    [
      'switch',
      ($) => $.switch({ branches: [when($.eq(['$n', 1]), 'one'), when(true, '$n')], default: 'other' }),
      5,
    ],
    ['toLower', ($) => $.toLower('ABc'), 'abc'],
    ['toUpper', ($) => $.toUpper('abC'), 'ABC'],
    ['trunc', ($) => $.trunc('$negative'), -2],
    ['week', ($) => $.week('$at'), 0],
    ['week that begins on Sunday', ($) => $.week(day('2021-01-03')), 1],
    ['year', ($) => $.year('$at'), 2021],
    [
      'zip',
      ($) =>
        $.zip({
          inputs: [
            [1, 2],
            [3, 4],
          ],
        }),
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['a field of each element', () => '$rows.n', [1, 2]],
    ['an object', () => ({ x: '$o.x', y: ['$n'] }), { x: 1, y: [5] }],
  ])('%s', async (_name, expression, expected) => {
    await store('things', { a: document })
    const { list } = await things
      .aggregate()
      .project({ _id: 0, value: expression(db.command.aggregate) })
      .end()
    expect(list).toEqual([{ value: expected }])
  })

  it('of a missing field makes none', async () => {
    await store('things', { a: { n: 1 } })
    const { list } = await things.aggregate().addFields({ x: '$missing', y: '$$NOW' }).end()
    expect(list).toEqual([{ _id: 'a', n: 1, y: expect.any(Date) }])
    expect(Math.abs(Number(list[0]?.y) - cloud.clock.now())).toBeLessThan(60_000)
  })
})

describe('an accumulator', () => {
  const documents = {
    a: { g: 'x', n: 1, t: '！' },
    b: { g: 'x', n: 3, t: '😀' },
    c: { g: 'y', n: 2, t: 'Z' },
    d: { g: 'x', n: 3 },
  }

  it.each<[string, ($: Expressions) => unknown, unknown, unknown]>([
    ['addToSet', ($) => $.addToSet('$n'), [1, 3], [2]],
    ['avg', ($) => $.avg('$n'), 7 / 3, 2],
    ['first', ($) => $.first('$n'), 1, 2],
    ['last', ($) => $.last('$n'), 3, 2],
    ['max', ($) => $.max('$n'), 3, 2],
    ['max of texts by their bytes', ($) => $.max('$t'), '😀', 'Z'],
    ['min', ($) => $.min('$n'), 1, 2],
    ['mergeObjects', ($) => $.mergeObjects({ last: '$n' }), { last: 3 }, { last: 2 }],
    ['push', ($) => $.push('$n'), [1, 3, 3], [2]],
    ['stdDevPop', ($) => $.stdDevPop('$n'), Math.sqrt(8 / 9), 0],
    ['stdDevSamp', ($) => $.stdDevSamp('$n'), Math.sqrt(4 / 3), null],
    ['sum', ($) => $.sum('$n'), 7, 2],
    ['sum of ones', ($) => $.sum(1), 3, 1],
  ])('%s', async (_name, accumulator, x, y) => {
    await store('things', documents)
    const { list } = await things
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: '$g', value: accumulator(db.command.aggregate) })
      .sort({ _id: 1 })
      .end()
    const [first, second] = list
    expect([first?._id, second?._id]).toEqual(['x', 'y'])
    for (const [value, wanted] of [
      [first?.value, x],
      [second?.value, y],
    ])
      if (typeof wanted === 'number') expect(value).toBeCloseTo(wanted, 12)
      else expect(value).toEqual(wanted)
  })
})

describe('a stage', () => {
  const documents = {
    a: { g: 'x', n: 1, list: [1, 2] },
    b: { g: 'x', n: 3, list: [] },
    c: { g: 'y', n: 12, list: '' },
  }

  it.each<[string, (started: SdkAggregate, $: Expressions) => SdkAggregate, unknown[]]>([
    [
      'addFields',
      (all, $) =>
        all
          .addFields({ m: $.add(['$n', 1]), 'o.x': '$g' })
          .project({ m: 1, o: 1 })
          .limit(1),
      [{ _id: 'a', m: 2, o: { x: 'x' } }],
    ],
    [
      'bucket, without what is empty',
      (all) => all.bucket({ groupBy: '$n', boundaries: [0, 2, 5, 9], default: 'more' }),
      [
        { _id: 0, count: 1 },
        { _id: 2, count: 1 },
        { _id: 'more', count: 1 },
      ],
    ],
    [
      'bucket with an output',
      (all, $) => all.bucket({ groupBy: '$n', boundaries: [0, 20], output: { sum: $.sum('$n') } }),
      [{ _id: 0, sum: 16 }],
    ],
    [
      'bucketAuto',
      (all) => all.bucketAuto({ groupBy: '$n', buckets: 2 }),
      [
        { _id: { min: 1, max: 12 }, count: 2 },
        { _id: { min: 12, max: 12 }, count: 1 },
      ],
    ],
    ['count', (all) => all.count('total'), [{ total: 3 }]],
    ['group of everything', (all, $) => all.group({ _id: null, sum: $.sum('$n') }), [{ _id: null, sum: 16 }]],
    [
      'group by a missing field',
      (all, $) => all.group({ _id: '$missing', sum: $.sum('$n') }),
      [{ _id: null, sum: 16 }],
    ],
    [
      'group by several fields',
      (all, $) => all.group({ _id: { g: '$g' }, sum: $.sum('$n') }).sort({ _id: 1 }),
      [
        { _id: { g: 'x' }, sum: 4 },
        { _id: { g: 'y' }, sum: 12 },
      ],
    ],
    ['limit', (all) => all.limit(1).project({ n: 1 }), [{ _id: 'a', n: 1 }]],
    ['match', (all) => all.match({ n: db.command.gt(1), g: 'x' }).project({ n: 1 }), [{ _id: 'b', n: 3 }]],
    [
      'match after another stage',
      (all, $) => all.group({ _id: '$g', sum: $.sum('$n') }).match({ sum: db.command.gt(4) }),
      [{ _id: 'y', sum: 12 }],
    ],
    ['project with and without', (all) => all.project({ _id: false, g: true }).limit(1), [{ g: 'x' }]],
    ['project without', (all) => all.project({ list: 0, g: 0 }).limit(1), [{ _id: 'a', n: 1 }]],
    ['replaceRoot', (all) => all.replaceRoot({ newRoot: { v: '$n' } }).limit(1), [{ v: 1 }]],
    [
      'sample of all',
      (all) => all.sample({ size: 10 }).sort({ _id: 1 }).project({ n: 1 }),
      [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 3 },
        { _id: 'c', n: 12 },
      ],
    ],
    ['skip', (all) => all.skip(2).project({ n: 1 }), [{ _id: 'c', n: 12 }]],
    [
      'sort',
      (all) => all.sort({ g: -1, n: -1 }).project({ n: 1 }),
      [
        { _id: 'c', n: 12 },
        { _id: 'b', n: 3 },
        { _id: 'a', n: 1 },
      ],
    ],
    [
      'sort after another stage',
      (all) => all.project({ n: 1 }).sort({ n: -1 }).limit(1),
      [{ _id: 'c', n: 12 }],
    ],
    [
      'sortByCount',
      (all) => all.sortByCount('$g'),
      [
        { _id: 'x', count: 2 },
        { _id: 'y', count: 1 },
      ],
    ],
    [
      'unwind',
      (all) => all.unwind('$list').project({ list: 1 }),
      [
        { _id: 'a', list: 1 },
        { _id: 'a', list: 2 },
        { _id: 'c', list: '' },
      ],
    ],
    [
      'unwind with places and what is empty',
      (all) =>
        all
          .match({ g: 'x' })
          .unwind({ path: '$list', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
          .project({ list: 1, at: 1 }),
      [
        { _id: 'a', list: 1, at: 0 },
        { _id: 'a', list: 2, at: 1 },
        { _id: 'b', at: null },
      ],
    ],
  ])('%s', async (_name, pipeline, expected) => {
    await store('things', documents)
    const { list } = await pipeline(things.aggregate().sort({ _id: 1 }), db.command.aggregate).end()
    expect(list).toEqual(expected)
  })

  it('sample gives different documents', async () => {
    await store('things', documents)
    const { list } = await things.aggregate().sample({ size: 2 }).end()
    expect(new Set(list.map(({ _id }) => _id)).size).toBe(2)
  })

  it('lookup joins another collection by a field', async () => {
    await store('things', documents)
    await store('series', { s1: { g: 'x', title: 'X' }, s2: { g: 'z' } })
    const { list } = await things
      .aggregate()
      .sort({ _id: 1 })
      .lookup({ from: 'series', localField: 'g', foreignField: 'g', as: 'series' })
      .project({ series: 1 })
      .end()
    const joined = [{ _id: 's1', g: 'x', title: 'X' }]
    expect(list).toEqual([
      { _id: 'a', series: joined },
      { _id: 'b', series: joined },
      { _id: 'c', series: [] },
    ])
  })

  it('lookup joins by a pipeline with variables', async () => {
    await store('things', documents)
    await store('series', { s1: { g: 'x', min: 2 }, s2: { g: 'y', min: 2 } })
    const { command: _ } = db
    const $ = _.aggregate
    const { list } = await things
      .aggregate()
      .sort({ _id: 1 })
      .lookup({
        from: 'series',
        let: { g: '$g', n: '$n' },
        pipeline: $.pipeline()
          .match(_.expr($.and([$.eq(['$g', '$$g']), $.lte(['$min', '$$n'])])))
          .project({ _id: 1 })
          .done(),
        as: 'series',
      })
      .project({ series: 1 })
      .end()
    expect(list).toEqual([
      { _id: 'a', series: [] },
      { _id: 'b', series: [{ _id: 's1' }] },
      { _id: 'c', series: [{ _id: 's2' }] },
    ])
  })

  it('lookup of a collection that is not there finds nothing', async () => {
    await store('things', { a: {} })
    const { list } = await things
      .aggregate()
      .lookup({ from: 'nowhere', localField: 'g', foreignField: 'g', as: 's' })
      .end()
    expect(list).toEqual([{ _id: 'a', s: [] }])
  })
})

describe('an aggregation', () => {
  it('gives 100 documents where no stage says how many, and never more than 1000', async () => {
    await things.add({ data: Array.from({ length: 1001 }, (_, n) => ({ n })) })
    expect((await things.aggregate().end()).list).toHaveLength(100)
    expect((await things.aggregate().limit(1001).end()).list).toHaveLength(1000)
  })

  it('is refused in a collection that is not there', async () => {
    await expect(db.collection('nowhere').aggregate().end()).rejects.toMatchObject({
      errCode: -1,
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })

  it.each<[string, (started: SdkAggregate, $: Expressions) => SdkAggregate, RegExp]>([
    ['a division by zero', (all, $) => all.project({ v: $.divide(['$n', 0]) }), /divide/i],
    [
      'a value outside of all buckets',
      (all) => all.bucket({ groupBy: '$n', boundaries: [50, 60] }),
      /no default was specified/,
    ],
    ['buckets that do not rise', (all) => all.bucket({ groupBy: '$n', boundaries: [5, 1] }), /boundaries/],
    [
      'a range without end',
      (all, $) => all.project({ v: $.range([0, 1e12]) }),
      /\$range would use too much memory/,
    ],
    ['a limit of nothing', (all) => all.limit(0), /the limit must be positive/],
    ['a skip below nought', (all) => all.skip(-1), /non-negative/],
    ['an unwind of what is no path', (all) => all.unwind('list'), /should be prefixed with a '\$'/],
    ['a sample of nothing', (all) => all.sample({ size: 0 }), /positive/],
    ['a group without an id', (all) => all.group({ n: 1 }), /_id/],
    ['an order that is neither up nor down', (all) => all.sort({ n: 2 }), /neither 1 nor -1/],
    ['a variable that is not there', (all) => all.project({ v: '$$nothing' }), /undefined variable/],
  ])('refuses %s', async (_name, pipeline, message) => {
    await store('things', { a: { n: 1 } })
    await expect(pipeline(things.aggregate(), db.command.aggregate).end()).rejects.toMatchObject({
      errCode: -1,
      code: expect.stringMatching(/^DATABASE_REQUEST_FAILED$|^INVALID_PARAM$/),
      message: expect.stringMatching(message),
    })
    expect((await things.get()).data).toHaveLength(1)
  })

  it.each<[string, object, string]>([
    ['writing a collection', { $out: 'stolen' }, '$out'],
    ['merging into a collection', { $merge: 'things' }, '$merge'],
    ['code', { $addFields: { v: { $function: { body: 'return 1', args: [], lang: 'js' } } } }, '$function'],
    ['code in a group', { $group: { _id: null, v: { $accumulator: { init: '' } } } }, '$accumulator'],
    ['code in a match', { $match: { $where: 'true' } }, '$where'],
    [
      'code in a later match',
      { $lookup: { from: 'things', pipeline: [{ $match: { $where: '1' } }], as: 'x' } },
      '$where',
    ],
    ['a stage that does not exist', { $divide: {} }, '$divide'],
  ])('refuses %s', async (_name, stage, name) => {
    await store('things', { a: { n: 1 } })
    const [[stageKey, value] = []] = Object.entries(stage)
    const response = await fetch(cloud.adminUrl, {
      method: 'POST',
      body: JSON.stringify({
        action: 'database.aggregateDocuments',
        collectionName: 'things',
        stages: [{ stageKey, stageValue: JSON.stringify(value) }],
      }),
    })
    expect(await response.json()).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(name),
    })
    expect((await things.get()).data).toEqual([{ _id: 'a', n: 1 }])
  })
})
