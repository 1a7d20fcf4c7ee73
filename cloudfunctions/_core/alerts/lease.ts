import type { AlertPorts } from './alert-ports'

/** ms. A lease outlives its run by this at most. */
const TERM = 20_000
const RENEW_AFTER = 10_000
/** A send is given up after 5 s: what starts so long before the end is over by then. */
const SEND_MARGIN = 6_000

/** How long a run stands by for the one before it: a timer's period, less what is needed to work at all. */
const PATIENCE = 25_000
const SELDOM = 1_000
/** Around the moment at which the other means to end. */
const OFTEN = 50
/** How long the other may take to wait for its last answers. */
const LONGEST_DRAIN = 7_000

type Term = { startedAt: number; endsAt: number }

/** The right of one run to send, while others wait: for speed and order. That nobody is told twice rests on the rows. */
export class Lease {
  readonly #ports: AlertPorts
  readonly #run: string
  #until: number
  #renewedAt: number
  #isLost = false

  private constructor(ports: AlertPorts, run: string, takenAt: number) {
    this.#ports = ports
    this.#run = run
    this.#renewedAt = takenAt
    this.#until = takenAt + TERM
  }

  /** Stands by for the run that has it; null where that takes too long. */
  static async wait(ports: AlertPorts, run: string, { startedAt, endsAt }: Term): Promise<Lease | null> {
    const { store, clock } = ports
    while (true) {
      const now = clock.now()
      let pause = SELDOM
      try {
        const held = await store.lease.read()
        // It was taken, and the answer was lost.
        if (held?.run === run) return new Lease(ports, run, held.until - TERM)
        if (held && held.until >= now) pause = pauseBefore(held.endsAt - now)
        else if (await store.lease.take(run, { now, until: now + TERM, endsAt }))
          return new Lease(ports, run, now)
      } catch {
        // The database gave no answer, and is asked again.
      }
      if (clock.now() + pause > startedAt + PATIENCE) return null
      await clock.sleep(pause)
    }
  }

  get isLost(): boolean {
    return this.#isLost
  }

  maySend(now: number): boolean {
    return !this.#isLost && now + SEND_MARGIN < this.#until
  }

  isRenewalDue(now: number): boolean {
    return !this.#isLost && now >= this.#renewedAt + RENEW_AFTER
  }

  async renew(): Promise<void> {
    const now = this.#ports.clock.now()
    try {
      if (await this.#ports.store.lease.renew(this.#run, now + TERM)) {
        this.#renewedAt = now
        this.#until = now + TERM
      } else this.#isLost = true
    } catch {
      // It is tried again at once, and until it succeeds nothing is sent beyond the old term.
    }
  }

  /** Another run is at work, whatever the lease says. */
  lose(): void {
    this.#isLost = true
  }

  async release(): Promise<void> {
    try {
      await this.#ports.store.lease.release(this.#run)
    } catch {
      // It runs out by itself.
    }
  }
}

/** Asks seldom at first, and often when the other means to end, so that the pause between two runs is short. */
function pauseBefore(handover: number): number {
  if (handover < -LONGEST_DRAIN) return SELDOM
  return Math.min(SELDOM, Math.max(OFTEN, handover))
}
