import { countRows, type Delivery } from '#core/alerts/campaign'
import { settleSentEvent } from '#core/alerts/settle-sent-event'
import { inMemoryAlertStore } from './simulation/in-memory-alert-store'
import { emptyMemory } from './simulation/memory'

it('notes an event once on a row that is being sent, however often it comes', async () => {
  const memory = emptyMemory()
  let calls = 0
  const ask = async (work: (part: () => boolean) => unknown) => {
    calls += 1
    return work(() => true)
  }
  const store = inMemoryAlertStore(memory, { ask } as Parameters<typeof inMemoryAlertStore>[1])
  const { replaceRow } = store.pages
  // As a database that counts what has changed.
  store.pages.replaceRow = async (id, position, before, after) => {
    const stored = JSON.stringify(memory.pages.get(id)?.rows)
    await replaceRow(id, position, before, after)
    return stored !== JSON.stringify(memory.pages.get(id)?.rows)
  }
  const rows: Delivery[] = [{ key: 'k', state: 'sending', attempts: 0, at: 1_000, run: 'run' }]
  const page = { id: '1:weekly:0001', campaignId: '1:weekly', firstKey: 'k', lastKey: 'k', rows }
  const state = { counts: countRows(rows), run: 'run', seq: 1, open: true, nextAt: 0, writtenAt: 0 }
  memory.pages.set(page.id, { ...page, ...state })

  const reader = { key: 'k', templateId: 'one', holds: ['1:weekly#1'], settled: [] }
  const event = { msgid: '7', code: 0, at: 2_000 }
  for (const most of [2, 1]) {
    calls = 0
    await settleSentEvent(store, reader, event)
    expect(calls).toBe(most)
    expect(memory.pages.get(page.id)?.rows).toEqual([{ ...rows[0], event }])
  }
})
