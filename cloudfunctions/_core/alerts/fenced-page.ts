import type { AlertPorts } from './alert-ports'
import type { Fence } from './alert-store'
import type { CampaignPage, Delivery, DeliveryState } from './campaign'
import { repeat } from './repeat'

const FIRST_PAUSE = 50

type RowChanges = ReadonlyMap<number, Partial<Delivery>>

/** A stored page as the run knows it that writes it. Each write names the one before: once another run writes, it is lost. */
export class FencedPage {
  readonly id: string
  /** As they are stored, but for what events change meanwhile. */
  readonly rows: Delivery[]
  readonly #ports: AlertPorts
  readonly #run: string
  readonly #deadline: number
  #fence: Fence

  constructor(ports: AlertPorts, run: string, page: CampaignPage, deadline: number) {
    this.id = page.id
    this.rows = page.rows
    this.#ports = ports
    this.#run = run
    this.#deadline = deadline
    this.#fence = { run: page.run, seq: page.seq }
  }

  /** Answers whether it is written; if not, another run has taken the page. Throws when the deadline has come. */
  async write(changes: RowChanges, fields: { open?: boolean; nextAt?: number } = {}): Promise<boolean> {
    const next = { run: this.#run, seq: this.#fence.seq + 1 }
    const change = {
      rows: changes,
      counts: this.#countChanges(changes),
      ...fields,
      writtenAt: this.#ports.clock.now(),
    }
    if (!(await this.#writeOnce(next, change))) return false
    this.#fence = next
    for (const [position, fields] of changes) {
      const row = this.rows[position]
      if (row) this.rows[position] = { ...row, ...fields }
    }
    return true
  }

  /** Reads the rows as they are stored now; null where another run has taken the page. */
  async readAgain(): Promise<Delivery[] | null> {
    const { store, clock } = this.#ports
    const stored = await repeat(clock, this.#deadline, () => store.pages.find(this.id))
    if (stored?.run !== this.#fence.run || stored.seq !== this.#fence.seq) return null
    this.rows.splice(0, this.rows.length, ...stored.rows)
    return this.rows
  }

  /** An answer that got lost leaves open whether it was written: the page itself tells. */
  async #writeOnce(
    next: Fence,
    change: Parameters<AlertPorts['store']['pages']['write']>[3],
  ): Promise<boolean> {
    const { store, clock } = this.#ports
    for (let pause = FIRST_PAUSE; ; pause *= 2) {
      try {
        if (await store.pages.write(this.id, this.#fence, next, change)) return true
      } catch {
        // Reading back tells.
      }
      const stored = await repeat(clock, this.#deadline, () => store.pages.find(this.id))
      if (stored?.run === next.run && stored.seq === next.seq) return true
      if (stored?.run !== this.#fence.run || stored.seq !== this.#fence.seq) return false
      if (clock.now() + pause >= this.#deadline) throw new Error(`The page ${this.id} cannot be written.`)
      await clock.sleep(pause)
    }
  }

  #countChanges(changes: RowChanges): Partial<Record<DeliveryState, number>> {
    const counts: Partial<Record<DeliveryState, number>> = {}
    for (const [position, { state }] of changes) {
      const before = this.rows[position]?.state
      if (state === undefined || before === undefined || state === before) continue
      counts[before] = (counts[before] ?? 0) - 1
      counts[state] = (counts[state] ?? 0) + 1
    }
    return counts
  }
}
