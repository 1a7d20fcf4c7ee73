import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import cloud from 'wx-server-sdk'
import { build } from '../build/build'
import { publishSamples } from '../newsletter/publish-samples'
import type { Figure } from './figure'

const root = join(__dirname, '../..')

const ROUNDS = 600
const WARM_UP = 100

/** Warm readers' calls against reading the same from the database, both through the SDK, in turns. */
export async function benchReading(): Promise<Figure[]> {
  await build('functions', { ifStale: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/cloud.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await readyUrl(server)
    const [id = ''] = await publishSamples(`${url}admin`)
    return await measure(id)
  } finally {
    server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function readyUrl(server: ReturnType<typeof spawn>): Promise<string> {
  if (!server.stdout) throw new Error('The local cloud has no standard output.')
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^ready (\S+)/u.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('The local cloud ended before it was ready.')
}

async function measure(id: string): Promise<Figure[]> {
  const issues = cloud.database().collection('issues')
  const page = issues
    .where({ state: 'published' })
    .orderBy('order', 'desc')
    .limit(20)
    .field({ order: true, summary: true })
  const call = async (endpoint: string, input: object) =>
    cloud.callFunction({ name: 'issues', data: { endpoint, input } })
  return [
    {
      name: 'reading/get',
      value: await ratioOfMedians(
        () => call('get', { id }),
        async () => issues.doc(id).get(),
      ),
      atMost: 1.3,
      baseline: 'doc().get() of the same issue through the same SDK',
    },
    {
      name: 'reading/list',
      value: await ratioOfMedians(
        () => call('list', {}),
        async () => page.get(),
      ),
      atMost: 1.3,
      baseline: 'the query for the same issues through the same SDK',
    },
  ]
}

async function ratioOfMedians(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const took = [await timed(one), await timed(other)] as const
    if (round >= WARM_UP) times.forEach((list, side) => void list.push(took[side] ?? 0))
  }
  return median(times[0]) / median(times[1])
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
