import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { SdkCollection, SdkDatabase } from '../support/sdk-database'
import { startThingsCloud, type ThingsCloud } from '../support/things-cloud'
import { type UpdateCase, updateCases } from './operators/update-cases'
import { refusedDocument, updateRefusals } from './operators/update-refusals'

let cloud: LocalCloud
let db: SdkDatabase
let things: SdkCollection
let empty: ThingsCloud['empty']

beforeAll(async () => {
  ;({ cloud, db, things, empty } = await startThingsCloud())
})
afterAll(() => cloud.close())
beforeEach(() => empty())

const stored = async () => {
  const { _id, ...fields } = (await things.doc('a').get()).data
  return fields
}

/** Stores a document, updates it, and compares what is then stored; it is changed exactly where it says so. */
async function check([, before, data, after, where = { _id: 'a' }]: UpdateCase): Promise<void> {
  await things.add({ data: { _id: 'a', ...before } })
  const { stats } = await things.where(where).update({ data: data(db.command) })
  expect(await stored()).toEqual(after)
  expect(stats).toEqual({ updated: JSON.stringify(before) === JSON.stringify(after) ? 0 : 1 })
}

describe.each(Object.entries(updateCases))('%s', (_group, cases) => {
  it.each(cases)('%s', (...one) => check(one))
})

it('a field takes the time of the cloud', async () => {
  await things.add({ data: { _id: 'a' } })
  await things.doc('a').update({ data: { at: db.serverDate(), later: db.serverDate({ offset: 500 }) } })
  const { at, later } = await stored()
  expect(Number(later) - Number(at)).toBe(500)
  expect(Math.abs(Number(at) - cloud.clock.now())).toBeLessThan(60_000)
})

describe('is refused in the words of MongoDB:', () => {
  it.each(updateRefusals)('%s', async (_name, data, message) => {
    await things.add({ data: { _id: 'a', ...refusedDocument } })
    await expect(things.doc('a').update({ data: data(db.command) })).rejects.toMatchObject({
      errMsg: expect.stringMatching(message),
    })
    expect(await stored()).toEqual(refusedDocument)
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
