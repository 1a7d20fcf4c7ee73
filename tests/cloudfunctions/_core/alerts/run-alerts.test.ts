import type { AlertPorts } from '#core/alerts/alert-ports'
import { countRows, type Delivery } from '#core/alerts/campaign'
import { runAlerts } from '#core/alerts/run-alerts'
import { createReader } from '#core/readers/create-reader'
import { noCredits } from '#core/readers/no-credits'
import { TEMPLATE } from '../../../support/alert-settings'
import { aCampaign } from '../../../support/alerts-cloud'
import { inMemoryAlertStore } from './simulation/in-memory-alert-store'
import { emptyMemory } from './simulation/memory'

const START = Date.UTC(2026, 10, 25)

/** A reader with one credit, a cancelled campaign whose row is still to be closed, and another that has just opened. */
function world() {
  const memory = emptyMemory()
  const ask = async (work: (part: () => boolean) => unknown) => work(() => true)
  const store = inMemoryAlertStore(memory, { ask } as Parameters<typeof inMemoryAlertStore>[1])
  const reader = createReader('oReader', 'zh')
  const follows = [{ series: 'weekly', since: START - 1_000, until: null }]
  const templates = { [TEMPLATE]: { ...noCredits(), credits: 1 } }
  memory.readers.set(reader.key, { ...reader, follows, templates })
  const cancelled = aCampaign('1', 'weekly', START - 500, { state: 'cancelled', frozen: true })
  const opened = aCampaign('2', 'weekly', START)
  for (const campaign of [cancelled, opened]) memory.campaigns.set(campaign.id, campaign)
  const rows: Delivery[] = [{ key: reader.key, state: 'pending', attempts: 0 }]
  const page = {
    id: `${cancelled.id}:0001`,
    campaignId: cancelled.id,
    firstKey: reader.key,
    lastKey: reader.key,
  }
  const state = { rows, counts: countRows(rows), run: '', seq: 0, open: true, nextAt: START, writtenAt: 0 }
  memory.pages.set(page.id, { ...page, ...state })

  let now = START
  const sent: string[] = []
  const ports: AlertPorts = {
    store,
    settings: { window: 96, concurrency: 24, quietHours: null, events: false },
    send: async ({ page: opens }) => {
      sent.push(opens)
      return { code: 0, msgid: String(sent.length), message: '' }
    },
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms
        await new Promise(setImmediate)
      },
    },
    random: () => 0.5,
    log: () => {},
    newRun: () => 'run',
  }
  return { memory, ports, sent, cancelled, reader }
}

describe('a run', () => {
  it('takes no credit for a campaign that is cancelled, which another may want', async () => {
    const { ports, memory, sent, cancelled, reader } = world()
    await runAlerts(ports)
    expect(sent).toEqual(['pages/issue/index?id=2'])
    expect(memory.pages.get(`${cancelled.id}:0001`)?.rows).toMatchObject([
      { key: reader.key, state: 'skipped', reason: 'cancelled' },
    ])
    expect(memory.readers.get(reader.key)?.templates[TEMPLATE]).toMatchObject({ credits: 0, holds: [] })
  })
})
