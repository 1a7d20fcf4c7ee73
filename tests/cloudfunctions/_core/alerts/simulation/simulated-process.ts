import type { Random } from '../../../../support/create-random'
import { between, happens } from './chance'
import type { VirtualClock } from './virtual-clock'

/** What becomes of a process: at which of its calls, just before it or once the answer is there. */
export type Fate = { kind: 'kill' | 'freeze'; call: number; when: 'before' | 'after'; thawsAfter: number }

/** How often calls go wrong, as shares. */
export type Weather = {
  /** Not carried out, and says so. */
  fails: number
  /** Carried out, and its answer is lost. */
  isLost: number
  /** On its way for seconds. */
  isSlow: number
  /** Of many documents, carried out for some and then broken off. */
  breaksOff: number
}

/** What a call does where it is carried out; `part` says for which of several documents. */
export type Work<T> = (part: () => boolean) => T

const ALL = () => true

/** One run of a function: it makes calls that may fail, and may end or stand still at any of them. */
export class SimulatedProcess {
  readonly #clock: VirtualClock
  readonly #random: Random
  readonly #weather: () => Weather
  readonly #fate: Fate | null
  #state: 'running' | 'frozen' | 'dead' = 'running'
  #held: (() => void)[] = []
  #calls = 0
  /** It was killed or frozen, or a call of its was under way for so long that it may as well have been. */
  wasForced = false
  /** Campaigns of which WeChat told it that they are wrong. */
  readonly hasHeardOurs = new Set<string>()

  constructor(clock: VirtualClock, random: Random, weather: () => Weather, fate: Fate | null = null) {
    this.#clock = clock
    this.#random = random
    this.#weather = weather
    this.#fate = fate
  }

  get isRunning(): boolean {
    return this.#state === 'running'
  }

  /** Nothing of it goes on. */
  kill(): void {
    this.#state = 'dead'
    this.#held = []
    this.wasForced = true
  }

  freeze(ms: number): void {
    if (this.#state !== 'running') return
    this.#state = 'frozen'
    this.wasForced = true
    this.#clock.after(ms, () => this.#thaw())
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(ms, () => this.#goOn(resolve)))
  }

  /** A call of the database, carried out in one moment between its beginning and its answer. */
  ask<T>(work: Work<T>): Promise<T> {
    const weather = this.#weather()
    const random = this.#random
    const slow = happens(random, weather.isSlow) ? between(random, 300, 4_000) : 0
    const isWayThereSlow = happens(random, 0.5)
    const there = between(random, 1, 12) + (isWayThereSlow ? slow : 0)
    const back = between(random, 1, 12) + (isWayThereSlow ? 0 : slow)
    return this.request((answer) => {
      if (happens(random, weather.fails)) return answer(there, () => Promise.reject(new Error('busy')))
      this.#clock.after(there, () => {
        const breaksOff = happens(random, weather.breaksOff)
        const outcome = attempt(() => work(breaksOff ? () => happens(random, 0.5) : ALL))
        const isLost = breaksOff || happens(random, weather.isLost)
        answer(back, isLost ? () => Promise.reject(new Error('socket hang up')) : outcome)
      })
    })
  }

  /** A call of any kind: `begin` has it carried out and answers after so many ms. */
  request<T>(begin: (answer: (ms: number, outcome: () => Promise<T>) => void) => void): Promise<T> {
    this.#calls += 1
    const call = this.#calls
    this.#strike(call, 'before')
    if (this.#state === 'dead') return new Promise(() => {})
    return new Promise<T>((resolve, reject) => {
      this.#goOn(() =>
        begin((ms, outcome) =>
          this.#clock.after(ms, () => {
            this.#strike(call, 'after')
            this.#goOn(() => void outcome().then(resolve, reject))
          }),
        ),
      )
    })
  }

  #strike(call: number, when: Fate['when']): void {
    const fate = this.#fate
    if (this.#state !== 'running' || fate?.call !== call || fate.when !== when) return
    if (fate.kind === 'kill') this.kill()
    else this.freeze(fate.thawsAfter)
  }

  #goOn(act: () => void): void {
    if (this.#state === 'running') act()
    else if (this.#state === 'frozen') this.#held.push(act)
  }

  #thaw(): void {
    if (this.#state !== 'frozen') return
    this.#state = 'running'
    for (const act of this.#held.splice(0)) act()
  }
}

function attempt<T>(work: () => T): () => Promise<T> {
  try {
    const result = work()
    return () => Promise.resolve(result)
  } catch (thrown) {
    return () => Promise.reject(thrown)
  }
}
