import type { CallRecord } from '../../tools/local-cloud/functions/call-record'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startFixtureCloud({ workersPerFunction: 1 })
})

afterAll(() => cloud.close())

const linger = (way: 'leave' | 'hang' | 'join') => callFromPhone(cloud, 'lingering', { way }, 'reader-1')

async function written(): Promise<unknown[]> {
  const things = anSdkDatabase(cloud).collection('things')
  const { data } = await things.get()
  return data.map(({ way }) => way)
}

/** Another function's call takes longer than what an instance had begun, were it to go on. */
async function passTime(): Promise<void> {
  await callFromPhone(cloud, 'slow', { milliseconds: 50 })
}

async function lastCall(name: string): Promise<CallRecord> {
  await untilCalls(cloud, name, (calls) => calls.at(-1)?.instance != null)
  const call = cloud.functions.calls(name).at(-1)
  if (!call?.instance) throw new Error(`${name} has not been called.`)
  return call
}

describe('an instance', () => {
  beforeEach(async () => void (await anSdkDatabase(cloud).collection('things').where({}).remove()))

  it('does nothing after its answer until its next call, in which what it had begun goes on', async () => {
    expect(await linger('leave')).toEqual({ result: 'leave' })
    await passTime()
    expect(await written()).toEqual([])
    expect(await linger('join')).toEqual({ result: 'join' })
    expect(await written()).toEqual(['leave'])
  })

  it('does nothing after it was cut off at its time limit until its next call', async () => {
    // What is due in a ms is done before the limit of half a second; so it is frozen before it can be.
    const call = linger('hang')
    const { instance } = await lastCall('lingering')
    await call
    expect(await written()).toEqual(['hang'])
    expect(await linger('join')).toEqual({ result: 'join' })
    expect((await lastCall('lingering')).instance).toBe(instance)
  })
})

/** A call of `caller` that is waiting for `slow`, which has begun. */
async function aCallThatWaits(): Promise<{ answer: Promise<unknown>; instance: string; run: string }> {
  const before = cloud.functions.calls('slow').length
  const data = { call: { name: 'slow', data: { milliseconds: 100 } } }
  const answer = callFromPhone(cloud, 'caller', data, 'reader-1')
  await untilCalls(cloud, 'slow', (calls) => calls.length > before)
  const { instance, run } = await lastCall('caller')
  return { answer, instance: String(instance), run }
}

const isAnswered = (calls: readonly CallRecord[]) => calls.at(-1)?.outcome === 'answered'

describe('an instance that a fault has frozen', () => {
  it('stands still though the answer that it waits for has come, and goes on where it was', async () => {
    const { answer, instance } = await aCallThatWaits()
    await cloud.functions.freeze(instance)
    // What it has asked for is carried out.
    await untilCalls(cloud, 'slow', isAnswered)
    await passTime()
    expect((await lastCall('caller')).outcome).toBe('running')
    // Frozen calls are not waited for.
    await cloud.functions.idle()
    await cloud.functions.thaw(instance)
    expect(await answer).toMatchObject({ result: { caller: { OPENID: 'reader-1' } } })
  })

  it('speaks for its own run, also after its call was cut off', async () => {
    const { answer, instance, run } = await aCallThatWaits()
    await cloud.functions.freeze(instance)
    expect(cloud.functions.callerOf(instance)).toEqual({
      functionName: 'caller',
      instance,
      run,
      openid: 'reader-1',
      source: 'wx_client',
    })
    await cloud.functions.kill(instance)
    await answer
    // Its requests may still be on their way.
    expect(cloud.functions.callerOf(instance)).toMatchObject({ run })
  })
})

it('an instance that is killed fails its call, and the next is served by another', async () => {
  const { answer, instance } = await aCallThatWaits()
  await cloud.functions.kill(instance)
  expect(await answer).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('was killed') })
  expect(await callFromPhone(cloud, 'caller')).toMatchObject({ result: { calls: 1 } })
  await untilCalls(cloud, 'slow', isAnswered)
})

it.each<[string, (instance: string) => unknown]>([
  ['freeze', (instance) => cloud.functions.freeze(instance)],
  ['thaw', (instance) => cloud.functions.thaw(instance)],
  ['kill', (instance) => cloud.functions.kill(instance)],
  ['ask for', async (instance) => cloud.functions.callerOf(instance)],
])('there is nothing to %s where no such instance ever was', async (_name, act) => {
  await expect(act('nobody')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})
