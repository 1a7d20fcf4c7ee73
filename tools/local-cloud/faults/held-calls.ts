import type { MetFault } from './met-faults'

type Held = { met: MetFault; goOn: () => void; thaw: () => Promise<void>; timer: NodeJS.Timeout | undefined }

type Ways = {
  /** After which it goes on by itself. */
  ms?: number
  /** Lets the frozen caller go on as well. */
  thaw?: () => Promise<void>
}

/** The calls that a fault holds until they are released. */
export class HeldCalls {
  readonly #held = new Map<number, Held>()

  /** Resolves when the call may go on. */
  hold(met: MetFault, { ms, thaw = async () => {} }: Ways = {}): Promise<void> {
    return new Promise((goOn) => {
      const timer = ms === undefined ? undefined : setTimeout(() => void this.release(met.id), ms)
      this.#held.set(met.id, { met, goOn, thaw, timer })
    })
  }

  /** One, or all. Resolves when those that were frozen have ended or stand still again. */
  async release(id?: number): Promise<void> {
    const released = id === undefined ? [...this.#held.keys()] : [id]
    await Promise.all(released.map((each) => this.#release(each)))
  }

  /** None of them ever goes on. */
  close(): void {
    for (const { timer } of this.#held.values()) clearTimeout(timer)
    this.#held.clear()
  }

  async #release(id: number): Promise<void> {
    const held = this.#held.get(id)
    if (!held) return
    this.#held.delete(id)
    clearTimeout(held.timer)
    held.met.isHeld = false
    // Both go on at once: the caller does not stand still again before it has its answer.
    const isStill = held.thaw()
    held.goOn()
    await isStill
  }
}
