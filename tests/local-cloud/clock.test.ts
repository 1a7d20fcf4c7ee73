import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud } from '../support/fixture-functions'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startFixtureCloud()
})

afterAll(() => cloud.close())

type Dates = { times: number[]; text: number; isNative: Record<string, unknown> }

async function dates(): Promise<Dates> {
  return (await callFromPhone(cloud, 'dates')).result as Dates
}

const DAY = 24 * 60 * 60 * 1000

it.each([
  ['in the past', new Date('2001-09-09T01:46:40Z').getTime()],
  ['in the future', new Date('2033-05-18T03:33:20Z').getTime()],
])('functions and the database have the same time, %s', async (_name, moment) => {
  cloud.clock.jumpTo(moment)
  const { times, text } = await dates()
  const after = cloud.clock.now()
  for (const time of times) {
    expect(time).toBeGreaterThanOrEqual(moment)
    expect(time).toBeLessThanOrEqual(after)
  }
  expect(text).toBeGreaterThanOrEqual(moment - 1000)
  expect(text).toBeLessThanOrEqual(after)
})

it('an instance that is warm has the new time as well', async () => {
  cloud.clock.reset()
  const before = await dates()
  cloud.clock.jumpTo(cloud.clock.now() + DAY)
  const after = await dates()
  after.times.forEach((time, at) => {
    expect(time - (before.times[at] ?? 0)).toBeGreaterThanOrEqual(DAY)
  })
})

it('leaves all else of dates as it is', async () => {
  expect((await dates()).isNative).toEqual({
    epoch: '1970-01-01T00:00:00.000Z',
    parts: 29,
    utc: 1_577_836_800_000,
    parsed: 1_577_836_800_000,
    isDate: true,
    isSubclass: true,
    constructor: true,
    name: 'Date',
    length: 7,
  })
})
