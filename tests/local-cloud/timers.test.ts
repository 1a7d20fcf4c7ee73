import { BY_TIMER } from '../../tools/local-cloud/functions/call-identity'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone, startFixtureCloud, untilCalls } from '../support/fixture-functions'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startFixtureCloud({ clock: 'moved' })
})

afterAll(() => cloud.close())

const NOON = new Date('2031-01-01T12:00:00Z').getTime()
const SECOND = 1000

beforeEach(async () => {
  await anSdkDatabase(cloud).collection('ticks').where({}).remove()
  cloud.clock.jumpTo(NOON)
})

type Tick = {
  event: { Time: string }
  at: Date
  caller: Record<string, unknown>
  variables: Record<string, string>
}

type Chain = {
  caller: Record<string, unknown>
  env: Record<string, string>
  called?: { result: Chain }
}

async function ticks(): Promise<Tick[]> {
  const { data } = await anSdkDatabase(cloud).collection('ticks').limit(1000).get()
  return data as Tick[]
}

describe('a timer', () => {
  it('gives its event when it is due, at its own time', async () => {
    await cloud.clock.advance(90 * SECOND)
    const given = await ticks()
    expect(given.map(({ event }) => event)).toEqual(
      ['12:00:30', '12:01:00', '12:01:30'].map((time) => ({
        Type: 'Timer',
        TriggerName: 'tick',
        Time: `2031-01-01T${time}Z`,
        Message: '',
      })),
    )
    for (const { event, at } of given) {
      const due = new Date(event.Time).getTime()
      expect(at.getTime()).toBeGreaterThanOrEqual(due)
      // It ran before the next was due: the clock waits for what it has begun.
      expect(at.getTime()).toBeLessThan(due + 30 * SECOND)
    }
  })

  it('runs for nobody, with what the cloud gives to timers', async () => {
    await cloud.clock.advance(30 * SECOND)
    const [tick] = await ticks()
    expect(tick?.caller).toMatchObject({ SOURCE: 'wx_trigger', ENV: 'local' })
    expect(tick?.caller).not.toHaveProperty('OPENID')
    expect(tick?.variables).toEqual({ TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: 'local' })
  })

  it('is the beginning of what its run calls', async () => {
    const event = { call: { name: 'caller', data: {} } }
    const result = JSON.parse(await cloud.functions.deliver('caller', event, BY_TIMER).result) as Chain
    expect(result.caller).toMatchObject({ SOURCE: 'wx_trigger' })
    const called = result.called?.result
    expect(called?.caller).toMatchObject({ SOURCE: 'wx_trigger,scf' })
    expect(called?.caller).not.toHaveProperty('OPENID')
    // Only what a timer has called itself has a timer's variables.
    expect(result.env).toHaveProperty('TRIGGER_SRC', 'timer')
    expect(called?.env).not.toHaveProperty('TRIGGER_SRC')
  })

  it('leaves nothing of itself for the next call of the instance', async () => {
    await cloud.clock.advance(30 * SECOND)
    await callFromPhone(cloud, 'caller', { call: { name: 'ticker', data: {} } })
    const [, called] = await ticks()
    expect(called?.caller).toMatchObject({ SOURCE: 'wx_client,scf' })
    expect(called?.variables).toEqual({ WX_API_TOKEN: 'local' })
  })

  it('does not fire as time passes where only a test moves the clock', async () => {
    await cloud.clock.moveTo(NOON + 29 * SECOND + 990)
    // Longer than the rest of its time.
    await callFromPhone(cloud, 'slow', { milliseconds: 20 })
    expect(await ticks()).toEqual([])
  })

  it('is not held up by a run that is frozen', async () => {
    const before = cloud.functions.calls('ticker').length
    const isBegun = untilCalls(
      cloud,
      'ticker',
      (calls) => calls.length > before && calls.at(-1)?.instance != null,
    )
    const moved = cloud.clock.advance(60 * SECOND)
    await isBegun
    const instance = String(cloud.functions.calls('ticker').at(-1)?.instance)
    await cloud.functions.freeze(instance)
    await moved
    expect(cloud.functions.calls('ticker').length).toBe(before + 2)
    await cloud.functions.thaw(instance)
    await cloud.functions.idle()
    expect((await ticks()).length).toBe(2)
  })
})

describe('a timer that is fired by hand', () => {
  it('gives its event now', async () => {
    const [run] = cloud.timers.fire('ticker')
    await run?.rest
    expect((await ticks()).map(({ event }) => event.Time)).toEqual(['2031-01-01T12:00:00Z'])
  })

  it('gives its event twice where it is asked to, at once', async () => {
    const runs = cloud.timers.fire('ticker', { twice: true })
    await Promise.all(runs.map(({ result }) => result))
    expect(await ticks()).toHaveLength(2)
    expect(new Set(runs.map(({ id }) => id)).size).toBe(2)
  })

  it('must be there', () => {
    expect(() => cloud.timers.fire('caller')).toThrow('The function caller has no timer.')
  })
})

describe('the list of timers', () => {
  const next = () => cloud.timers.list().map((timer) => timer.next)

  it('tells when each fires next, also after the clock was moved either way', async () => {
    expect(cloud.timers.list()).toEqual([
      { functionName: 'ticker', name: 'tick', cron: '*/30 * * * * * *', next: NOON + 30 * SECOND },
    ])
    await cloud.clock.advance(30 * SECOND)
    expect(next()).toEqual([NOON + 60 * SECOND])
    cloud.clock.jumpTo(NOON - 3600 * SECOND)
    expect(next()).toEqual([NOON - 3570 * SECOND])
  })
})
