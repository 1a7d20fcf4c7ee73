/** Who holds locks: an open transaction. */
export type Holder = { readonly id: string }

type Hold = { holder: Holder; released: Promise<void>; release: () => void }

/** An ordinary write has met a document that a transaction is changing; it is done again once that has ended. */
export class DocumentLocked extends Error {
  readonly released: Promise<void>

  constructor(released: Promise<void>) {
    super('The document is locked by a transaction.')
    this.name = 'DocumentLocked'
    this.released = released
  }
}

/** The documents that open transactions have changed and that nobody else may change meanwhile. */
export class Locks {
  readonly #holds = new Map<string, Hold>()

  assertFree(collection: string, id: string): void {
    if (this.#holds.size === 0) return
    const hold = this.#holds.get(nameOf(collection, id))
    if (hold) throw new DocumentLocked(hold.released)
  }

  /** Answers false where another has the lock. */
  take(collection: string, id: string, holder: Holder): boolean {
    const name = nameOf(collection, id)
    const hold = this.#holds.get(name)
    if (!hold) this.#holds.set(name, holdOf(holder))
    return !hold || hold.holder === holder
  }

  releaseAll(holder: Holder): void {
    for (const [name, hold] of this.#holds) {
      if (hold.holder !== holder) continue
      this.#holds.delete(name)
      hold.release()
    }
  }
}

function holdOf(holder: Holder): Hold {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return { holder, released, release }
}

/** Names of collections have no slash. */
const nameOf = (collection: string, id: string) => `${collection}/${id}`
