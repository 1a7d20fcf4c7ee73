type Listener = (event: { data: Message }) => void
/** What pdf.js says of a page comes in chunks of operators with their arguments. */
type Message = { chunk?: { fnArray?: unknown[]; argsArray?: unknown[] } }

/**
 * The port at which both halves of pdf.js listen, in one thread: neither lets a timer through, so that only here a
 * document that draws without end can be stopped. Then nothing is delivered any more, and the reading half waits.
 */
export class CountedPort {
  private readonly listeners = new Set<Listener>()
  private drawn = 0

  /** `onTooMuch` is called when more than `most` operators and characters have come. */
  constructor(
    private readonly most: number,
    private readonly onTooMuch: () => void,
  ) {}

  postMessage(message: Message, transfer: ArrayBuffer[] = []): void {
    this.count(message)
    if (this.drawn > this.most) this.onTooMuch()
    else {
      const data = message.chunk?.argsArray ? withOwnLists(message) : structuredClone(message, { transfer })
      void Promise.resolve().then(() => {
        for (const listener of this.listeners) listener({ data })
      })
    }
  }

  addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener)
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener))
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener)
  }

  private count({ chunk }: Message): void {
    for (const args of chunk?.argsArray ?? []) this.drawn += 1 + lengthOf(args)
  }
}

/** Operators are only read: it is enough that the lists, which the sender empties, are the receiver's own. */
function withOwnLists({ chunk, ...message }: Message): Message {
  const { fnArray = [], argsArray = [] } = chunk ?? {}
  return { ...message, chunk: { ...chunk, fnArray: [...fnArray], argsArray: [...argsArray] } }
}

/** Of text that is shown: one for each character. */
function lengthOf(args: unknown): number {
  const first = Array.isArray(args) ? args[0] : null
  return Array.isArray(first) ? first.length : 0
}
