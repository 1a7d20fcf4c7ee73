type Due = { at: number; work: () => unknown }

/**
 * The time of this cloud: the machine's, unless it has been moved. It runs on from where it was moved to. The functions'
 * threads read the same clock, so that a server date and a function's `Date` agree.
 */
export class Clock {
  /** How many ms this clock is ahead of the machine's; shared with every worker thread. */
  readonly offset = new Float64Array(new SharedArrayBuffer(8))
  readonly #isRunning: boolean
  readonly #due = new Set<Due>()
  #timer: NodeJS.Timeout | undefined

  /** One that does not run does what is due only when it is moved there, so that a test meets no timer by chance. */
  constructor({ isRunning }: { isRunning: boolean }) {
    this.#isRunning = isRunning
  }

  /** ms since 1970. */
  now(): number {
    return Date.now() + (this.offset[0] ?? 0)
  }

  date(): Date {
    return new Date(this.now())
  }

  /** Does `work` at that time, or at once where it has passed; answers how to call it off. */
  schedule(at: number, work: () => unknown): () => void {
    const due = { at, work }
    this.#due.add(due)
    this.#wait()
    return () => void this.#due.delete(due)
  }

  /** Moves on by so many ms, and does on the way what is due, each at its own time and one after the other. */
  async advance(ms: number): Promise<void> {
    await this.moveTo(this.now() + ms)
  }

  /** Sets the time: forward as `advance` does, backward without doing anything. */
  async moveTo(time: number): Promise<void> {
    for (let next = this.#next(); next && next.at <= time; next = this.#next()) {
      this.#set(Math.max(next.at, this.now()))
      this.#due.delete(next)
      await next.work()
    }
    this.#set(time)
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#due.clear()
  }

  #set(time: number): void {
    this.offset[0] = time - Date.now()
  }

  #next(): Due | undefined {
    return [...this.#due].sort((one, other) => one.at - other.at)[0]
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const next = this.#isRunning ? this.#next() : undefined
    if (!next) return
    // A timer holds at most 2^31 ms; a longer wait is waited for in parts.
    const ms = Math.min(Math.max(next.at - this.now(), 0), 2 ** 31 - 1)
    this.#timer = setTimeout(() => void this.moveTo(this.now()), ms).unref()
  }
}
