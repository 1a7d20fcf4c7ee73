type Task = { id: number; at: number; run: () => void }

/**
 * The phone's timers, run in their order and at once: a test waits for nothing but answers that are really under way.
 * There is no setInterval, which would never come to rest.
 */
export class PhoneClock {
  /** Milliseconds; it goes on only by timers. */
  now = Date.UTC(2021, 0, 1)
  private nextId = 1
  private readonly tasks: Task[] = []
  private readonly underWay = new Set<Promise<unknown>>()

  readonly setTimeout = (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
    const id = this.nextId++
    this.tasks.push({ id, at: this.now + Math.max(0, Number(delay) || 0), run: () => run(...args) })
    return id
  }

  readonly clearTimeout = (id: number): void => {
    const index = this.tasks.findIndex((task) => task.id === id)
    if (index >= 0) this.tasks.splice(index, 1)
  }

  /** What settle has to wait for. */
  watch<T>(promise: Promise<T>): Promise<T> {
    const forget = () => void this.underWay.delete(promise)
    this.underWay.add(promise)
    promise.then(forget, forget)
    return promise
  }

  /** Runs until no timer is left and nothing is under way. */
  async settle(): Promise<void> {
    for (;;) {
      await microtasks()
      const task = this.takeNext()
      if (task) {
        this.now = task.at
        task.run()
      } else if (this.underWay.size > 0) {
        await Promise.race(this.underWay).catch(() => {})
      } else return
    }
  }

  private takeNext(): Task | undefined {
    const [first] = [...this.tasks].sort((one, other) => one.at - other.at || one.id - other.id)
    if (first) this.clearTimeout(first.id)
    return first
  }
}

function microtasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
