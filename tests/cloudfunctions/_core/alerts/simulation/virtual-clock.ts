type Due = { at: number; order: number; act: () => void }

/** Time that passes only when nothing else is left to do, and then at once to what is due next. */
export class VirtualClock {
  #now: number
  #order = 0
  /** A binary heap, the earliest first. */
  readonly #due: Due[] = []

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, act: () => void): void {
    this.#order += 1
    this.#push({ at: this.#now + Math.max(0, Math.round(ms)), order: this.#order, act })
  }

  /** Lets time pass until `isDone` says so, or until `end`. */
  async pass(end: number, isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      // All promises that can go on have done so when the event loop turns.
      await new Promise(setImmediate)
      const next = this.#due[0]
      if (!next || next.at > end) return
      this.#now = next.at
      this.#pop()
      next.act()
    }
  }

  #push(due: Due): void {
    const heap = this.#due
    let place = heap.push(due) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(due, heap[parent] as Due)) break
      heap[place] = heap[parent] as Due
      place = parent
    }
    heap[place] = due
  }

  #pop(): void {
    const heap = this.#due
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Due, heap[child] as Due)) child += 1
      if (!isBefore(heap[child] as Due, last)) break
      heap[place] = heap[child] as Due
      place = child
    }
    heap[place] = last
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}
