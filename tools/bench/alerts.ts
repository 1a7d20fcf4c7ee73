import cloud from 'wx-server-sdk'
import { build } from '../build/build'
import { connectSdk } from '../newsletter/connect-sdk'
import { anOpenid, TEMPLATE } from './alerts/a-message'
import { BenchCloud } from './alerts/bench-cloud'
import { measureCampaign, rateOf } from './alerts/measured-campaign'
import type { Figure } from './figure'

const CONCURRENCY = 24
const MANY = 10_000
const LOOPED = 200
const VERY_MANY = 100_000

/** Campaigns at a WeChat that takes 50 ms a send, against the same sends without a database, and against the usual loop. */
export async function benchAlerts(): Promise<Figure[]> {
  await build('functions', { ifStale: true })
  const bench = await BenchCloud.start()
  try {
    connectSdk(bench.adminUrl)
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
    await saveSettings()
    await bareRate(bench, 'warmup', 1_000)
    const small = await measureCampaign(bench, 'small', 1_000)
    // Before and after, so that what else the machine does meets both sides alike.
    const before = await bareRate(bench, 'before', MANY)
    const many = await measureCampaign(bench, 'many', MANY)
    const bare = (before + (await bareRate(bench, 'after', MANY))) / 2
    const loop = await loopRate(bench)
    const veryMany = await measureCampaign(bench, 'verymany', VERY_MANY)
    const tenths = tenthsOf(veryMany.times).map(rateOf)
    const took = (veryMany.times.at(-1) ?? 0) - (veryMany.times[0] ?? 0)
    return [
      {
        name: 'alerts/ideal',
        value: rateOf(many.times) / bare,
        atLeast: 0.9,
        baseline: `messages a second of the same SDK without a database (${bare.toFixed(0)}), 10,000 readers`,
      },
      {
        name: 'alerts/slice-pause',
        value: veryMany.pauses / took,
        atMost: 0.03,
        baseline: 'the time that a campaign of several slices takes, 100,000 readers',
      },
      {
        name: 'alerts/loop',
        value: rateOf(many.times) / loop,
        atLeast: 15,
        baseline: `messages a second of the usual loop, one at a time with its database calls (${loop.toFixed(1)})`,
      },
      {
        name: 'alerts/calls-per-1000',
        value: many.calls / (MANY / 1000),
        atMost: 60,
        baseline: '1,000 messages: database calls from the opening to the end, 10,000 readers',
      },
      {
        name: 'alerts/memory-100k',
        value: veryMany.memory - small.memory,
        atMost: 50,
        baseline: `MB of an instance with 1,000 readers (${small.memory.toFixed(0)})`,
      },
      {
        name: 'alerts/steady-100k',
        value: Math.min(...tenths) / (tenths[0] ?? 0),
        atLeast: 0.9,
        baseline: 'messages a second over the first 10,000 of 100,000',
      },
    ]
  } finally {
    await bench.close()
  }
}

async function saveSettings(): Promise<void> {
  const data = {
    templates: { [TEMPLATE]: { fields: { thing1: { from: 'series' } } } },
    defaultTemplate: TEMPLATE,
    quietHours: null,
    concurrency: CONCURRENCY,
  }
  await (cloud.database().collection('settings').doc('alerts').set({ data }) as Promise<unknown>)
}

async function bareRate(bench: BenchCloud, group: string, count: number): Promise<number> {
  const page = `pages/issue/index?id=${group}`
  await bench.tell(
    'grant',
    Array.from({ length: count }, (_, number) => anOpenid(group, number + 1)),
  )
  await bench.tell('invoke', { name: 'bare-sends', data: { group, count, page, concurrency: CONCURRENCY } })
  return rateOf(await bench.tell('times', page))
}

async function loopRate(bench: BenchCloud): Promise<number> {
  const page = 'pages/issue/index?id=loop'
  const openids = Array.from({ length: LOOPED }, (_, number) => anOpenid('loop', number + 1))
  await bench.tell('grant', openids)
  const data = openids.map((openid) => ({ _id: openid, openid, isDone: false }))
  await (cloud
    .database()
    .collection('usualRows')
    .add({ data } as never) as Promise<unknown>)
  await bench.tell('invoke', { name: 'usual-loop', data: { page, count: LOOPED } })
  return rateOf(await bench.tell('times', page))
}

function tenthsOf(times: readonly number[]): number[][] {
  const size = times.length / 10
  return Array.from({ length: 10 }, (_, tenth) => times.slice(tenth * size, (tenth + 1) * size))
}
