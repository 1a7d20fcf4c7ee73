import type { FunctionRun } from '../../tools/local-cloud/functions/cloud-functions'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { AlertsCloud } from '../support/alerts-cloud'
import type { SdkDatabase } from '../support/sdk-database'

/** ms of the cloud's clock. */
const TIMER = 30_000

/** ms, real, between two looks at what runs have done. */
const GLANCE = 5
/** ms of the clock, for which a run that is busy has to do something, and no call seems to take twice as long. */
const STEP = 500
/** ms, real, without a call: then a run waits for its time. */
const QUIET = 60

/** The runs of the timer, and a clock that moves only as fast as whoever sends can follow. */
export class TimerRuns {
  readonly #cloud: LocalCloud
  readonly #database: SdkDatabase
  readonly #live = new Set<string>()
  #next = 0

  constructor({ cloud, database }: Pick<AlertsCloud, 'cloud' | 'database'>) {
    this.#cloud = cloud
    this.#database = database
  }

  /**
   * Gives the timer's event if it is due, twice where it is said so; then `breath` real ms pass, and so many of the
   * clock, or all until the timer comes again where no run is left.
   */
  async pass(ms: number, breath: number, twice: boolean): Promise<void> {
    const { clock, timers } = this.#cloud
    if (clock.now() >= this.#next) {
      this.#next = clock.now() + TIMER
      for (const run of timers.fire('alerts', { twice })) this.#follow(run)
    }
    const end = clock.now() + ms
    // On a machine at other work a call takes long: to a run it must not seem to take longer than its lease lasts.
    const least = Math.max((breath * STEP) / ms, (await this.#latency()) / 2)
    while (clock.now() + STEP < end && this.#live.size > 0 && (await this.#breathe(least, QUIET + least)))
      clock.jumpTo(clock.now() + STEP)
    await this.#breathe(least, Number.POSITIVE_INFINITY)
    clock.jumpTo(end)
    this.skipTo(this.#next)
  }

  /** Real ms that a call takes at this moment. */
  async #latency(): Promise<number> {
    const begun = performance.now()
    await this.#database.collection('locks').limit(1).get()
    return performance.now() - begun
  }

  /** Whether, within so many real ms at least and at most, each run that is at work has called or ended. */
  async #breathe(least: number, most: number): Promise<boolean> {
    const before = [...this.#live]
      .filter((run) => this.#isAtWork(run))
      .map((run) => [run, this.#calls(run)] as const)
    const isStill = () => before.some(([run, calls]) => this.#live.has(run) && this.#calls(run) === calls)
    await pause(least)
    for (let waited = least; isStill(); waited += GLANCE) {
      if (waited > most) return false
      await pause(GLANCE)
    }
    return true
  }

  /** Passes over a time in which nobody is at work. */
  skipTo(time: number): void {
    const { clock } = this.#cloud
    if (this.#live.size === 0 && time > clock.now()) clock.jumpTo(time)
  }

  #follow({ id, rest }: FunctionRun): void {
    this.#live.add(id)
    void rest.then(() => this.#live.delete(id))
  }

  /** Those that stand by read only. */
  #isAtWork(run: string): boolean {
    return this.#cloud.calls.count({ run, action: 'database.modifyDocument' }) > 0
  }

  #calls(run: string): number {
    return this.#cloud.calls.count({ run })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
