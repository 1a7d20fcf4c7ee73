import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import cloud from 'wx-server-sdk'
import { IssueSchema } from '#shared/newsletter/issue'
import { issueId } from '#shared/newsletter/issue-id'
import { build } from '../build/build'
import { openDesk } from '../newsletter/desk'
import { publishSamples } from '../newsletter/publish-samples'
import type { Figure } from './figure'
import { median } from './median'
import { timed } from './timed'

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
    const ids = await publishSamples(`${url}admin`)
    const longId = await publishLongIssue(`${url}admin`, ids)
    return await measure(ids[0] ?? '', longId)
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

/** The largest issue that the budgets speak of: 40 items, no two alike, taken from the samples. Answers its id. */
async function publishLongIssue(adminUrl: string, ids: readonly string[]): Promise<string> {
  const desk = await openDesk(adminUrl)
  const drafts = await Promise.all(ids.map((id) => desk.findDraft(id)))
  const issues = drafts.flatMap((draft) => (draft ? [draft.issue] : []))
  const sections = issues.flatMap((issue) => issue.sections)
  const [issue] = issues
  const [section] = sections
  if (!issue || !section) throw new Error('There are no samples.')
  const items = sections.flatMap((each) => each.items).slice(0, 40)
  const series = { ...issue.series, number: 999 }
  const long = { ...issue, number: null, series, sections: [{ ...section, items }] }
  const id = issueId({ ...long, month: long.month ?? '' })
  const draft = await desk.importDraft({
    issue: v.parse(IssueSchema, { ...long, id }),
    problems: [],
    places: [],
    fileName: 'long.md',
  })
  await desk.publish(draft.id, false)
  return id
}

async function measure(id: string, longId: string): Promise<Figure[]> {
  const issues = cloud.database().collection('issues')
  const page = issues
    .where({ state: 'published' })
    .orderBy('order', 'desc')
    .limit(20)
    .field({ order: true, summary: true })
  const call = async (endpoint: string, input: object) =>
    cloud.callFunction({ name: 'issues', data: { endpoint, input } })
  const figureOfGet = async (name: string, issueId: string, what: string): Promise<Figure> => ({
    name,
    value: await ratioOfMedians(
      () => call('get', { id: issueId }),
      async () => issues.doc(issueId).get(),
    ),
    atMost: 1.3,
    baseline: `doc().get() of the same issue (${what}) through the same SDK`,
  })
  return [
    await figureOfGet('reading/get', id, 'a sample, about 11 KB'),
    await figureOfGet('reading/get-long', longId, '40 items, about 60 KB'),
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
