import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkCollection, type SdkDatabase } from '../support/sdk-database'
import { accumulatorCases, groupedDocuments } from './operators/accumulator-cases'
import { aggregateRefusals } from './operators/aggregate-refusals'
import { expressionCases, expressionDocument } from './operators/expression-cases'
import { expressionEdgeCases } from './operators/expression-edge-cases'
import { stageCases, stagedDocuments } from './operators/stage-cases'

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

describe('an expression', () => {
  it.each([...expressionCases, ...expressionEdgeCases])('%s', async (_name, expression, expected) => {
    await store('things', { a: expressionDocument })
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
  it.each(accumulatorCases)('%s', async (_name, accumulator, x, y) => {
    await store('things', groupedDocuments)
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
  it.each(stageCases)('%s', async (_name, pipeline, expected) => {
    await store('things', stagedDocuments)
    const { list } = await pipeline(things.aggregate().sort({ _id: 1 }), db.command).end()
    expect(list).toEqual(expected)
  })

  it('sample gives different documents', async () => {
    await store('things', stagedDocuments)
    const { list } = await things.aggregate().sample({ size: 2 }).end()
    expect(new Set(list.map(({ _id }) => _id)).size).toBe(2)
  })

  it('lookup joins another collection by a field', async () => {
    await store('things', stagedDocuments)
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
    await store('things', stagedDocuments)
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

  it.each(aggregateRefusals)('refuses %s', async (_name, pipeline, message) => {
    await store('things', { a: { n: 1 } })
    await expect(pipeline(things.aggregate(), db.command).end()).rejects.toMatchObject({
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
