import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { EventWay } from '../settings'
import type { PushEvent } from './subscribe-event'

/** An event that was given to the function, and what became of it. */
export type GivenEvent = {
  event: PushEvent
  openid: string
  at: number
  /** JSON; null until it has answered, or where it failed. */
  answer: string | null
  error: string | null
}

type Options = {
  /** The function that the message push reaches; null: events go nowhere. */
  functionName: string | null
  /** Gives an event to a function as the message push does, with this reader as the sender. */
  invoke: (functionName: string, event: PushEvent, openid: string) => Promise<string>
  clock: Clock
  changes: Changes
  log: (line: string) => void
}

/** How many events are remembered for those who look. */
const REMEMBERED = 1_000

/** WeChat's message push: gives events to the function that the mini-program has named for them. */
export class MessagePush {
  readonly #options: Options
  readonly #given: GivenEvent[] = []
  readonly #underWay = new Set<Promise<void>>()

  constructor(options: Options) {
    this.#options = options
  }

  /** The latest last. */
  given(): readonly GivenEvent[] {
    return this.#given
  }

  /**
   * Gives an event in its way; where that is before the answer to whoever caused it, ends when it has been given.
   * `answered` is when that answer has left.
   */
  async give(
    event: PushEvent,
    openid: string,
    { when, lateBy, twice }: EventWay,
    answered: Promise<void>,
  ): Promise<void> {
    const { functionName, clock } = this.#options
    if (functionName === null || when === 'never') return
    const giveAll = async () => {
      await this.#giveOnce(functionName, event, openid)
      if (twice) await this.#giveOnce(functionName, event, openid)
    }
    if (when === 'before') await giveAll()
    else if (when === 'late') clock.schedule(clock.now() + lateBy, () => this.#track(giveAll()))
    else void this.#track(answered.then(giveAll))
  }

  /**
   * Resolves when each event that was to be given by now has been, and its function has answered. One that comes after
   * an answer waits for that, also where a fault holds it.
   */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  async #track(giving: Promise<void>): Promise<void> {
    this.#underWay.add(giving)
    await giving
    this.#underWay.delete(giving)
  }

  /** A function that fails is the mini-program's affair: nobody promises that WeChat gives the event again. */
  async #giveOnce(functionName: string, event: PushEvent, openid: string): Promise<void> {
    const { invoke, clock, changes, log } = this.#options
    const given: GivenEvent = { event, openid, at: clock.now(), answer: null, error: null }
    this.#given.push(given)
    if (this.#given.length > REMEMBERED) this.#given.shift()
    try {
      given.answer = await invoke(functionName, event, openid)
    } catch (thrown) {
      given.error = thrown instanceof Error ? thrown.message : String(thrown)
      log(`The function ${functionName} failed to take ${String(event.Event)}: ${given.error}`)
    }
    changes.tell('phones')
  }
}
