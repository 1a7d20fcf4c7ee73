import type { Clock } from '../clock'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** WeChat's days begin at midnight in Beijing. */
const BEIJING = 8 * 60 * MINUTE

const LENGTHS = { minute: MINUTE, day: DAY }

/** Counts calls by the clock's minutes or days, and says when there were too many. A restart begins anew. */
export class RateLimit {
  readonly #clock: Clock
  readonly #period: keyof typeof LENGTHS
  #window = Number.NaN
  #count = 0

  constructor(clock: Clock, period: keyof typeof LENGTHS) {
    this.#clock = clock
    this.#period = period
  }

  /** Counts one call; false where it is beyond the limit of its minute or day. null is no limit. */
  take(limit: number | null): boolean {
    const window = Math.floor((this.#clock.now() + BEIJING) / LENGTHS[this.#period])
    if (window !== this.#window) this.#count = 0
    this.#window = window
    this.#count += 1
    return limit === null || this.#count <= limit
  }
}
