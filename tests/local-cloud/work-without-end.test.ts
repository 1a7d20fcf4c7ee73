import { Script } from 'node:vm'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from '../support/local-cloud'
import { anSdkDatabase, type SdkCollection, type SdkCommand, type SdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection

const slow = `${'a'.repeat(40)}b`
const document = {
  _id: 'a',
  t: slow,
  list: [slow],
  rows: [{ t: slow }],
  n: Array.from({ length: 1000 }, (_, n) => n),
}

beforeAll(async () => {
  cloud = await startTestCloud({ collections: { things: { read: 'nobody', indexes: [] } } })
  db = anSdkDatabase(cloud)
  things = db.collection('things')
  await things.add({ data: document })
})
afterAll(() => cloud.close())

const endless = /^(a+)+$/
const tooLong = /took longer than 2 s\./
const tooMuch = /too much memory|larger than 16 MB|took longer than 2 s\./

/** Nine additions for each of a thousand numbers, for each of a thousand numbers, and so on. */
const nest = ({ aggregate: $ }: SdkCommand, levels: number): unknown =>
  levels === 0
    ? '$$this'
    : $.reduce({ input: '$n', initialValue: 0, in: $.add(['$$value', nest(db.command, levels - 1)]) })

const doubled = ({ aggregate: $ }: SdkCommand, first: unknown, joined: unknown) =>
  $.reduce({ input: $.range([0, 40]), initialValue: first, in: joined })

/** A tenth of the limit shows as well which work is under it; what it is, queries.test.ts shows. */
beforeEach(() => {
  const { runInContext } = Script.prototype
  jest.spyOn(Script.prototype, 'runInContext').mockImplementation(function (this: Script, context, options) {
    return runInContext.call(this, context, { ...options, timeout: Number(options?.timeout) / 10 })
  })
})
afterEach(() => jest.restoreAllMocks())

it.each<[string, (_: SdkCommand) => Promise<unknown>, RegExp]>([
  ['a regular expression in a condition', () => things.where({ t: endless }).get(), tooLong],
  ['one in an element', (_) => things.where({ rows: _.elemMatch({ t: endless }) }).count(), tooLong],
  ['one in an update’s condition', () => things.where({ t: endless }).update({ data: { x: 1 } }), tooLong],
  ['one that pulls elements', (_) => things.doc('a').update({ data: { list: _.pull(endless) } }), tooLong],
  ['one in a removal', () => things.where({ t: endless }).remove(), tooLong],
  [
    'one in a projection',
    (_) =>
      things
        .where({})
        .field({ rows: _.project.elemMatch({ t: endless }) })
        .get(),
    tooLong,
  ],
  ['one in a later stage', () => things.aggregate().project({ t: 1 }).match({ t: endless }).end(), tooLong],
  [
    'reductions within reductions',
    (_) =>
      things
        .aggregate()
        .project({ v: nest(_, 4) })
        .end(),
    tooLong,
  ],
  [
    'reductions within reductions in a condition',
    (_) => things.where(_.expr(_.aggregate.gt([nest(_, 4), 0]))).get(),
    tooLong,
  ],
  [
    'a list that doubles',
    (_) =>
      things
        .aggregate()
        .project({ v: doubled(_, [1], _.aggregate.concatArrays(['$$value', '$$value'])) })
        .end(),
    tooMuch,
  ],
  [
    'a text that doubles',
    (_) =>
      things
        .aggregate()
        .project({ v: doubled(_, 'x', _.aggregate.concat(['$$value', '$$value'])) })
        .end(),
    tooMuch,
  ],
  [
    'large ranges, many of them',
    (_) =>
      things
        .aggregate()
        .project({ v: _.aggregate.map({ input: '$n', in: _.aggregate.range([0, 900_000]) }) })
        .end(),
    tooMuch,
  ],
  [
    'documents that multiply',
    (_) =>
      things
        .aggregate()
        .addFields({ m: '$n', o: '$n' })
        .unwind('$n')
        .unwind('$m')
        .unwind('$o')
        .count('all')
        .end(),
    tooMuch,
  ],
])('is cut off, and the cloud lives on: %s', async (_name, work, message) => {
  await expect(work(db.command)).rejects.toMatchObject({ message: expect.stringMatching(message) })
  expect((await things.get()).data).toEqual([document])
})

it('leaves nothing of a write that is cut off, and the next one through', async () => {
  const writes = [
    things.where({ t: endless }).update({ data: { x: 1 } }),
    things.doc('a').update({ data: { y: 1 } }),
    things.doc('a').update({ data: { y: db.command.remove() } }),
  ]
  expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect((await things.get()).data).toEqual([document])
})

describe('an update that would make more than there is room for is refused:', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `l${at}`)
  const rows = Array.from({ length: 100 }, () => ({ cells: Array.from({ length: 100 }, () => ({ l: [] })) }))

  it.each<[string, object, Record<string, unknown>]>([
    [
      'places far beyond the ends of many arrays',
      Object.fromEntries(many.map((name) => [name, []])),
      Object.fromEntries(many.map((name) => [`${name}.1400000`, 1])),
    ],
    ['values for each element of each element', { rows }, { 'rows.$[].cells.$[].l': Array(2000).fill(1) }],
    [
      'a long text for each element of each element',
      { rows },
      { 'rows.$[].cells.$[].l': 'x'.repeat(100_000) },
    ],
  ])(
    '%s',
    async (_name, before, data) => {
      await things.add({ data: { _id: 'large', ...before } })
      await expect(things.doc('large').update({ data })).rejects.toMatchObject({
        errCode: -502001,
        errMsg: expect.stringContaining('Resulting document after update is larger than 16777216'),
      })
      expect((await things.doc('large').get()).data).toEqual({ _id: 'large', ...before })
      await things.doc('large').remove()
    },
    30_000,
  )
})
