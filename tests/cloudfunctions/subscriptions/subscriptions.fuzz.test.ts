import fc from 'fast-check'
import { getHeldData } from '#shared/alerts/endpoints'
import type { SettingsChange } from '../../../tools/local-cloud/wechat/settings'
import { TEMPLATE } from '../../support/alert-settings'
import { seeds } from '../../support/seeds'
import {
  alertSettings,
  nextRequestId,
  type SubscribingReader,
  type SubscriptionsCloud,
  startSubscriptionsCloud,
  WEEKLY,
} from '../../support/subscriptions-cloud'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const ENDPOINTS = ['get', 'report', 'stop', 'language', 'held', 'delete']

jest.setTimeout(60_000)

let test: SubscriptionsCloud

beforeAll(async () => {
  test = await startSubscriptionsCloud()
})

afterAll(() => test.close())

type Step =
  | { do: 'ask' | 'stop' | 'delete' }
  | { do: 'claim'; isRepeated: boolean }
  | { do: 'wait'; ms: number }

const step = (isDeleting: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>({ do: 'ask' }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('claim' as const), isRepeated: fc.boolean() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.integer({ min: SECOND, max: 20 * MINUTE }),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ do: isDeleting ? 'delete' : 'stop' }) },
  )

const way = fc.record({
  when: fc.constantFrom('before' as const, 'after' as const, 'late' as const),
  lateBy: fc.integer({ min: SECOND, max: 30 * MINUTE }),
  twice: fc.boolean(),
})

const course = fc.record({
  steps: fc.array(step(false), { minLength: 5, maxLength: 15 }),
  others: fc.array(step(true), { maxLength: 8 }),
  ways: fc.array(way, { minLength: 1, maxLength: 4 }),
  chance: fc.constantFrom(0, 0.1),
})

/** Lets time pass, with what is due on the way, and takes back what is due then. */
async function pass(ms: number): Promise<void> {
  await test.cloud.wechat.idle()
  await test.cloud.clock.advance(ms)
  await test.cloud.wechat.idle()
  const { takeBackUnconfirmed } = await import('#core/readers/take-back-unconfirmed')
  const { cloudReaderPorts } = await import('#core/readers/cloud-reader-ports')
  await takeBackUnconfirmed(cloudReaderPorts, alertSettings, test.cloud.clock.now())
}

/** A phone repeats what was not answered. */
async function untilAnswered(call: () => Promise<{ ok: boolean }>): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const isAnswered = await call().then(
      ({ ok }) => ok,
      () => false,
    )
    if (isAnswered) return
  }
}

async function act(reader: SubscribingReader, each: Step, requests: string[]): Promise<void> {
  switch (each.do) {
    case 'ask': {
      reader.phone.willAnswer({ press: 'allow' })
      const { result } = (await reader.phone.requestSubscribeMessage([TEMPLATE])) as {
        result: Record<string, string>
      }
      const requestId = nextRequestId()
      requests.push(requestId)
      await untilAnswered(() => reader.report(result, { requestId }))
      return
    }
    case 'claim': {
      const known = requests.at(-1)
      const requestId = each.isRepeated && known ? known : nextRequestId()
      await untilAnswered(() => reader.report({ [TEMPLATE]: 'accept' }, { requestId }))
      return
    }
    case 'wait':
      return pass(each.ms)
    case 'stop':
      await untilAnswered(() => reader.reply('stop', { seriesId: WEEKLY }))
      return
    case 'delete':
      await untilAnswered(() => reader.reply('delete', {}))
  }
}

/** Panels are seconds apart, as people are slow: an event names its second. */
async function follow(reader: SubscribingReader, steps: readonly Step[]): Promise<void> {
  const requests: string[] = []
  for (const each of steps) {
    await act(reader, each, requests)
    await pass(2 * SECOND)
  }
}

it.each(seeds(4))(
  'comes to WeChat’s own count in the end, whatever was claimed, lost and repeated (seed %i)',
  async (seed) => {
    const [{ steps, others, ways, chance } = { steps: [], others: [], ways: [], chance: 0 }] = fc.sample(
      course,
      {
        seed,
        numRuns: 1,
      },
    )
    test.cloud.wechat.settings.change({
      popupEvents: ways as NonNullable<SettingsChange['popupEvents']>,
      seed,
    })
    if (chance > 0)
      for (const name of ['subscriptions', 'wechat-events'])
        for (const when of ['before', 'after'] as const)
          test.cloud.faults.add({
            function: name,
            on: { chance: chance / 2, seed },
            fault: { kind: 'drop', when },
          })
    const [reader, other] = [test.reader(), test.reader()]
    await follow(reader, steps)
    await follow(other, others)
    await test.cloud.faults.clear()
    test.cloud.wechat.settings.reset()
    await pass(60 * MINUTE)

    const { ledger } = await reader.call(getHeldData)
    const truth = reader.phone.state.templates[TEMPLATE]?.remaining ?? 0
    expect(await reader.credits()).toBe(Math.max(truth, 0))
    expect(ledger.reduce((sum, { before, after }) => sum + after - before, 0)).toBe(truth)
    expect(await other.credits()).toBeLessThanOrEqual(other.phone.state.templates[TEMPLATE]?.remaining ?? 0)
  },
)

const name = fc.constantFrom(
  'requestId',
  'seriesId',
  'language',
  'results',
  'kept',
  TEMPLATE,
  '__proto__',
  '$ne',
)
const leaf = fc.oneof(
  fc.constantFrom('accept', 'reject', WEEKLY, TEMPLATE, 'request-of-old', 'zh', '$where', null),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
)
const junk = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
}))

it.each(seeds(30))('answers malformed input as a reply, never a crash (seed %i)', async (seed) => {
  const reader = test.reader()
  const [input] = fc.sample(junk.object as fc.Arbitrary<object>, { seed, numRuns: 1 })
  for (const endpoint of ENDPOINTS) {
    const reply = await reader.reply(endpoint, input ?? {})
    if (!reply.ok) expect(['INVALID_INPUT', 'NOT_FOUND']).toContain(reply.error.code)
  }
})
