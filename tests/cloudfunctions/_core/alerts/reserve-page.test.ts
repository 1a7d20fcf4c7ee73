import type { AlertPorts } from '#core/alerts/alert-ports'
import { type Campaign, countRows, type Delivery } from '#core/alerts/campaign'
import { reservePage } from '#core/alerts/reserve-page'
import { createReader } from '#core/readers/create-reader'
import { noCredits } from '#core/readers/no-credits'
import { TEMPLATE } from '../../../support/alert-settings'
import { aCampaign } from '../../../support/alerts-cloud'
import { inMemoryAlertStore } from './simulation/in-memory-alert-store'
import { emptyMemory } from './simulation/memory'

const NOW = Date.UTC(2026, 10, 25)

/** A reader with a credit, of whom each of these campaigns has left an unknown row a minute ago, or long ago. */
function world(earlier: readonly Campaign[], at: number) {
  const memory = emptyMemory()
  let calls = 0
  const ask = async (work: (part: () => boolean) => unknown) => {
    calls += 1
    return work(() => true)
  }
  const store = inMemoryAlertStore(memory, { ask } as Parameters<typeof inMemoryAlertStore>[1])
  const reader = createReader('oReader', 'zh')
  const { key } = reader
  const holds = earlier.map(({ id }) => `${id}#1`)
  const follows = [{ series: 'weekly', since: 0, until: null }]
  memory.readers.set(key, {
    ...reader,
    follows,
    templates: { [TEMPLATE]: { ...noCredits(), credits: 1, holds } },
  })
  for (const campaign of earlier) {
    const rows: Delivery[] = [{ key, state: 'unknown', attempts: 0, at, run: 'before' }]
    const id = `${campaign.id}:0001`
    const page = { id, campaignId: campaign.id, firstKey: key, lastKey: key, rows, counts: countRows(rows) }
    memory.campaigns.set(campaign.id, campaign)
    memory.pages.set(id, { ...page, run: 'before', seq: 3, open: false, nextAt: 0, writtenAt: at })
  }
  const ports = { store, clock: { now: () => NOW } } as unknown as AlertPorts
  const rows: Delivery[] = [{ key, state: 'pending', attempts: 0 }]
  const reserve = () => reservePage(ports, 'run', aCampaign('now', 'weekly', NOW), rows, [0], NOW + 1_000)
  return { reserve, calls: () => calls }
}

const done = (id: string, finishedAt: number) =>
  aCampaign(id, 'weekly', finishedAt - 60_000, { state: 'done', open: false, finishedAt })

describe('reserving', () => {
  it('waits while an unknown message of another issue is young', async () => {
    const { reserve } = world([done('1', NOW - 30_000)], NOW - 60_000)
    expect((await reserve()).changes.get(0)).toEqual({ state: 'waiting', notBefore: NOW + 540_000 })
  })

  it('takes as many calls after many old campaigns with unknown rows as after one', async () => {
    const old = Array.from({ length: 50 }, (_, number) => done(String(number), NOW - 86_400_000))
    const { reserve, calls } = world(old, NOW - 86_460_000)
    expect((await reserve()).positions).toEqual([0])
    expect(calls()).toBe(3)
  })
})
