type Due = { at: number; work: () => unknown }

/** How the time came to be another: what was due has been done on the way, or it was passed over. */
type Move = 'passed' | 'jumped'

type Options = {
  /** One that does not run does what is due only when it is moved there, so that a test meets no timer by chance. */
  isRunning: boolean
  /** Where it goes when something that was due as time passed has failed. */
  log?: (line: string) => void
}

/**
 * The time of this cloud: the machine's, unless it has been moved. It runs on from where it was moved to. The functions'
 * processes follow it, so that a server date and a function's `Date` agree.
 */
export class Clock {
  #offset = 0
  readonly #options: Options
  readonly #due = new Set<Due>()
  readonly #listeners = new Set<(move: Move) => void>()
  readonly #followers = new Set<() => void>()
  #moves = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Whether what is due is also done as time passes. */
  get isRunning(): boolean {
    return this.#options.isRunning
  }

  /** How many ms this clock is ahead of the machine's. */
  get offset(): number {
    return this.#offset
  }

  /** ms since 1970. */
  now(): number {
    return Date.now() + this.#offset
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

  /** Moves on by so many ms, as `moveTo` does. */
  async advance(ms: number): Promise<void> {
    await this.moveTo(this.now() + ms)
  }

  /**
   * Moves on to a time, and does on the way what is due, each at its own time, one after the other, and waits for it. A
   * move that is overtaken by another leaves the rest to it; one backward is a jump.
   */
  async moveTo(time: number): Promise<void> {
    if (time < this.now()) return this.jumpTo(time)
    this.#moves += 1
    const move = this.#moves
    for (let next = this.#next(); next && next.at <= time; next = this.#next()) {
      this.#set(Math.max(next.at, this.now()))
      this.#due.delete(next)
      await next.work()
      if (move !== this.#moves) return
    }
    // What was done on the way took time, which does not run backward.
    this.#set(Math.max(time, this.now()))
    this.#tell('passed')
  }

  /** Sets the time at once, either way, and does nothing on the way. */
  jumpTo(time: number): void {
    this.#moves += 1
    this.#set(time)
    this.#tell('jumped')
  }

  /** Jumps back to the machine's time. */
  reset(): void {
    this.jumpTo(Date.now())
    this.#setOffset(0)
  }

  /** Tells of every move, when it is done; answers how to stop listening. */
  listen(listener: (move: Move) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Tells of every new offset, before anything is done by it. */
  follow(follower: () => void): void {
    this.#followers.add(follower)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#due.clear()
  }

  #set(time: number): void {
    this.#setOffset(time - Date.now())
  }

  #setOffset(offset: number): void {
    this.#offset = offset
    for (const follower of this.#followers) follower()
  }

  #tell(move: Move): void {
    for (const listener of this.#listeners) listener(move)
    this.#wait()
  }

  #next(): Due | undefined {
    let first: Due | undefined
    for (const due of this.#due) if (!first || due.at < first.at) first = due
    return first
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const next = this.isRunning ? this.#next() : undefined
    if (!next) return
    // A timer holds at most 2^31 ms; a longer wait is waited for in parts.
    const ms = Math.min(Math.max(next.at - this.now(), 0), 2 ** 31 - 1)
    this.#timer = setTimeout(() => this.#pass(), ms).unref()
  }

  /** Does what is due by now, and waits for none of it: time waits for nobody. */
  #pass(): void {
    for (let next = this.#next(); next && next.at <= this.now(); next = this.#next()) {
      this.#due.delete(next)
      void this.#try(next.work)
    }
    this.#wait()
  }

  async #try(work: () => unknown): Promise<void> {
    try {
      await work()
    } catch (thrown) {
      this.#options.log?.(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    }
  }
}
