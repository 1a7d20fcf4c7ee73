import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { BY_TIMER } from '../functions/call-identity'
import type { CloudFunctions, FunctionRun } from '../functions/cloud-functions'
import { nextTime } from './next-time'

type Options = { functions: CloudFunctions; clock: Clock; changes: Changes }

/** A timer as its function's `config.json` declares it. */
export type Timer = { functionName: string; name: string; cron: string; next: number | null }

type Planned = Timer & { callOff: () => void }

/** How often the folders of functions are looked at for timers that have changed, while the clock runs. */
const LOOK_MS = 1000

/** What fell into a longer sleep of the machine is not made up for. */
const MAX_LATE_MS = 60_000

/** The timers of functions: gives each its event when it is due. */
export class Timers {
  readonly #options: Options
  readonly #planned = new Map<string, Planned>()
  readonly #looking: NodeJS.Timeout | undefined
  readonly #stopListening: () => void

  constructor(options: Options) {
    this.#options = options
    const { clock } = options
    this.refresh()
    if (clock.isRunning) this.#looking = setInterval(() => this.refresh(), LOOK_MS).unref()
    this.#stopListening = clock.listen((move) => {
      if (move === 'jumped') this.#planAnew()
      options.changes.tell('clock')
    })
  }

  /** As the functions' folders say now. */
  list(): Timer[] {
    this.refresh()
    return [...this.#planned.values()].map(({ functionName, name, cron, next }) => ({
      functionName,
      name,
      cron,
      next,
    }))
  }

  /** Gives a timer's event now, or twice as the cloud may, and waits for nothing. */
  fire(functionName: string, { twice = false } = {}): FunctionRun[] {
    this.refresh()
    const timer = this.#planned.get(functionName)
    if (!timer) throw new Error(`The function ${functionName} has no timer.`)
    const { clock } = this.#options
    return Array.from({ length: twice ? 2 : 1 }, () => this.#give(timer, clock.now()))
  }

  /** Looks for timers that have changed. */
  refresh(): void {
    const { functions } = this.#options
    for (const functionName of functions.names()) {
      const planned = this.#planned.get(functionName)
      const { timer } = functions.deployedConfig(functionName)
      if (timer?.name === planned?.name && timer?.cron === planned?.cron) continue
      planned?.callOff()
      this.#planned.delete(functionName)
      if (timer) this.#plan({ functionName, ...timer }, this.#options.clock.now())
      this.#options.changes.tell('timers')
    }
  }

  close(): void {
    clearInterval(this.#looking)
    this.#stopListening()
  }

  #plan(timer: Omit<Timer, 'next'>, after: number): void {
    const next = nextTime(timer.cron, after)
    const callOff =
      next === null ? () => {} : this.#options.clock.schedule(next, () => this.#fall(timer, next))
    this.#planned.set(timer.functionName, { ...timer, next, callOff })
  }

  #planAnew(): void {
    for (const timer of [...this.#planned.values()]) {
      timer.callOff()
      this.#plan(timer, this.#options.clock.now())
    }
  }

  /** The next is planned first: it does not wait for this one's run to end. Resolves when that rests. */
  async #fall(timer: Omit<Timer, 'next'>, at: number): Promise<void> {
    const { clock, changes } = this.#options
    this.refresh()
    const { name, cron } = this.#planned.get(timer.functionName) ?? {}
    if (name !== timer.name || cron !== timer.cron) return
    this.#plan(timer, Math.max(at, clock.now() - MAX_LATE_MS))
    changes.tell('timers')
    await this.#give(timer, at).rest
  }

  #give({ functionName, name }: Omit<Timer, 'next'>, at: number): FunctionRun {
    const event = { Type: 'Timer', TriggerName: name, Time: eventTime(at), Message: '' }
    return this.#options.functions.deliver(functionName, event, BY_TIMER)
  }
}

/** In whole seconds, as the cloud writes it. */
function eventTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
