import { setTimeout } from 'node:timers/promises'
import cloud from 'wx-server-sdk'
import type { Campaign, CampaignPage } from '#core/alerts/campaign'
import { newCampaign } from '#core/alerts/new-campaign'
import { createReader } from '#core/readers/create-reader'
import { noCredits } from '#core/readers/no-credits'
import { anOpenid, CONTENT, TEMPLATE } from './a-message'
import type { BenchCloud } from './bench-cloud'

/** Readers a call of the database. */
const CHUNK = 500

/** ms between two looks at a campaign under way. */
const LOOK = 500

export type MeasuredCampaign = {
  /** When each message was taken, in ms and in that order. */
  times: number[]
  /** Calls of the database from the opening to the end. */
  calls: number
  /** The most MB that an instance took. */
  memory: number
  /** ms in which one run had ended and the next had not begun. */
  pauses: number
}

/** What the SDK really takes; its own types still describe callbacks. */
type Collection = {
  add(options: { data: unknown }): Promise<unknown>
  doc(id: string): { get(): Promise<{ data: unknown }> }
  where(condition: object): { orderBy(field: string, order: string): { limit(count: number): Query } }
}
type Query = { get(): Promise<{ data: unknown[] }> }

/** Has the timer send a campaign to so many readers who are made for it. */
export async function measureCampaign(
  bench: BenchCloud,
  group: string,
  count: number,
): Promise<MeasuredCampaign> {
  await addReaders(bench, group, count)
  const before = await bench.tell('calls', null)
  const { id, page } = await open(group)
  let memory = 0
  while (await isOpen(id)) {
    memory = Math.max(memory, bench.memory())
    await setTimeout(LOOK)
  }
  const calls = (await bench.tell('calls', null)) - before
  const times = await bench.tell('times', page)
  if (times.length !== count) throw new Error(`${count - times.length} of ${count} messages are missing.`)
  return { times, calls, memory, pauses: await pausesOf(id) }
}

/** Messages a second, from the first to the last. */
export function rateOf(times: readonly number[]): number {
  return ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))
}

function collection(name: string): Collection {
  return cloud.database().collection(name) as unknown as Collection
}

async function addReaders(bench: BenchCloud, group: string, count: number): Promise<void> {
  const openids = Array.from({ length: count }, (_, number) => anOpenid(group, number + 1))
  const since = Date.now() - 1_000
  for (let first = 0; first < count; first += CHUNK) {
    const data = openids.slice(first, first + CHUNK).map((openid) => {
      const { key, ...reader } = createReader(openid, 'zh')
      const templates = { [TEMPLATE]: { ...noCredits(), credits: 3, lastGrantAt: since, hadPanel: true } }
      return { _id: key, ...reader, follows: [{ series: group, since, until: null }], templates }
    })
    await collection('readers').add({ data })
  }
  await bench.tell('grant', openids)
}

async function open(group: string): Promise<Campaign> {
  const now = Date.now()
  const campaign = newCampaign({
    issueId: group,
    seriesId: group,
    openedAt: now,
    expiresAt: now + 7 * 86_400_000,
    templateId: TEMPLATE,
    content: { zh: CONTENT, en: CONTENT },
  })
  const { id, ...fields } = campaign
  await collection('campaigns').add({ data: { _id: id, ...fields } })
  return campaign
}

async function isOpen(id: string): Promise<boolean> {
  const { data } = await collection('campaigns').doc(id).get()
  return (data as Campaign).open
}

/** From the last announcement of a run to the first of the next, as the rows have it. */
async function pausesOf(id: string): Promise<number> {
  const spans = new Map<string, { from: number; to: number }>()
  for (let page = 1; ; page += 1) {
    const name = `${id}:${String(page).padStart(4, '0')}`
    const { data } = await collection('campaignPages')
      .where({ _id: name })
      .orderBy('_id', 'asc')
      .limit(1)
      .get()
    const stored = data[0] as CampaignPage | undefined
    if (!stored) break
    for (const { run = '', at = 0 } of stored.rows) {
      const span = spans.get(run) ?? { from: at, to: at }
      spans.set(run, { from: Math.min(span.from, at), to: Math.max(span.to, at) })
    }
  }
  const inOrder = [...spans.values()].sort((one, other) => one.from - other.from)
  return inOrder
    .slice(1)
    .reduce((sum, { from }, index) => sum + Math.max(0, from - (inOrder[index]?.to ?? 0)), 0)
}
