import type { AlertPorts } from '#core/alerts/alert-ports'
import { Lease } from '#core/alerts/lease'
import { inMemoryAlertStore } from './simulation/in-memory-alert-store'
import { emptyMemory } from './simulation/memory'

const START = Date.UTC(2026, 10, 25)

/** A store whose lease is taken, though the first answer to it is lost, and a clock that its sleeps move on. */
function world() {
  const memory = emptyMemory()
  const ask = async (work: (part: () => boolean) => unknown) => work(() => true)
  const store = inMemoryAlertStore(memory, { ask } as Parameters<typeof inMemoryAlertStore>[1])
  const { take } = store.lease
  let isLost = true
  store.lease.take = async (run, term) => {
    const isTaken = await take(run, term)
    if (!isLost) return isTaken
    isLost = false
    throw new Error('socket hang up')
  }
  let now = START
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms
    },
  }
  return { memory, clock, ports: { store, clock } as unknown as AlertPorts }
}

describe('the lease', () => {
  it('is had at once by the run that took it, though the answer was lost', async () => {
    const { ports, clock, memory } = world()
    const lease = await Lease.wait(ports, 'mine', { startedAt: START, endsAt: START + 45_000 })
    expect(clock.now() - START).toBeLessThanOrEqual(1_000)
    // What is stored counts, not when its answer came.
    const until = memory.lease?.until ?? 0
    expect([lease?.maySend(until - 6_001), lease?.maySend(until - 6_000)]).toEqual([true, false])
  })
})
