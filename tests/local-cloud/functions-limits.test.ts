import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'

let cloud: LocalCloud
/** Clouds of single tests, closed also where one fails. */
const others: LocalCloud[] = []

beforeAll(async () => {
  cloud = await startFixtureCloud({ workersPerFunction: 3 })
})

afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
})

afterAll(() => cloud.close())

async function startAnother(options: Partial<LocalCloudOptions>): Promise<LocalCloud> {
  const other = await startFixtureCloud(options)
  others.push(other)
  return other
}

async function callFromServer(name: string, data: object = {}, to = cloud): Promise<unknown> {
  const answer: unknown = await sdkFor(to).callFunction({ name, data })
  return (answer as { result: unknown }).result
}

describe('the time limit', () => {
  it('ends a call that would not end by itself, and its instance stays warm', async () => {
    const before = Number((await callFromPhone(cloud, 'stuck')).result)
    expect(await callFromPhone(cloud, 'stuck', { way: 'hang' })).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('Invoking task timed out after 0.5 seconds'),
    })
    await expect(callFromServer('stuck', { way: 'hang' })).rejects.toMatchObject({
      errCode: -1,
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    })
    expect(await callFromPhone(cloud, 'stuck')).toEqual({ result: before + 3 })
  })

  it('ends the instance of an endless loop, and the next call is served by another', async () => {
    const other = await startAnother({ workersPerFunction: 1 })
    expect(await callFromPhone(other, 'stuck', { way: 'loop' })).toMatchObject({ errCode: -504003 })
    expect(await callFromPhone(other, 'stuck')).toEqual({ result: 1 })
  })

  it('does not count the time that loading takes', async () => {
    expect(await callFromPhone(cloud, 'heavy')).toEqual({ result: 'loaded' })
  })
})

describe('the ceiling', () => {
  it('lets further calls wait, and waiting does not count towards their time', async () => {
    const busy = await startAnother({ workersPerFunction: 1 })
    const calls = Array.from({ length: 4 }, () => callFromPhone(busy, 'stuck', { way: 'hang' }))
    const last = callFromPhone(busy, 'stuck')
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ errCode: -504003 })
    // Four times the limit have passed since it was asked.
    expect(await last).toEqual({ result: 5 })
  })

  it('lets only so many calls wait, and refuses the others as the cloud does', async () => {
    const busy = await startAnother({ workersPerFunction: 1, callsPerFunction: 2 })
    const calls = Promise.all([1, 2].map(() => callFromPhone(busy, 'slow', { milliseconds: 300 })))
    // The two have come in before: each is told of when it does.
    await untilCalls(busy, 'slow', (those) => those.length === 2)
    expect(await callFromPhone(busy, 'slow')).toMatchObject({ errCode: -501004 })
    await expect(callFromServer('slow', {}, busy)).rejects.toMatchObject({
      code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    })
    expect(await calls).toEqual([{ result: expect.anything() }, { result: expect.anything() }])
    expect(await callFromPhone(busy, 'slow', { milliseconds: 1 })).toEqual({ result: expect.anything() })
  })

  it('refuses those that still wait when the local cloud closes', async () => {
    const closing = await startFixtureCloud({ workersPerFunction: 1 })
    const calls = Array.from({ length: 3 }, () => callFromPhone(closing, 'slow', { milliseconds: 2000 }))
    const ends = Promise.allSettled(calls)
    await untilCalls(closing, 'slow', (those) => those.length === 3)
    await closing.close()
    for (const end of await ends) expect(end.status).toBe('rejected')
  })

  it('is a thousand calls where nothing else is said', async () => {
    const busy = await startAnother({ workersPerFunction: 1 })
    // The one that is served holds the others up, so that all are there when one more comes.
    const calls = Array.from({ length: 1000 }, (_, index) =>
      busy.functions.callFromPhone('slow', { milliseconds: index === 0 ? 2_000 : 0 }, 'reader-1'),
    )
    expect(await callFromPhone(busy, 'slow')).toMatchObject({ errCode: -501004 })
    expect(await Promise.all(calls)).toHaveLength(1000)
  })

  it('counts the calls of each function by itself', async () => {
    const busy = await startAnother({ workersPerFunction: 1, callsPerFunction: 1 })
    const slow = callFromPhone(busy, 'slow', { milliseconds: 300 })
    await untilCalls(busy, 'slow', (those) => those.length === 1)
    expect(await callFromPhone(busy, 'stuck')).toEqual({ result: 1 })
    expect(await slow).toHaveProperty('result')
  })

  it('makes room where an instance is ended while others wait', async () => {
    const busy = await startAnother({ workersPerFunction: 1 })
    const ends = Promise.all(
      ['exit', 'throw', 'a map', 'kill itself', undefined].map((fault) =>
        callFromPhone(busy, 'faulty', { fault }),
      ),
    )
    expect(await ends).toEqual([
      ...Array.from({ length: 4 }, () => expect.objectContaining({ errCode: -504002 })),
      { result: 1 },
    ])
  })
})
