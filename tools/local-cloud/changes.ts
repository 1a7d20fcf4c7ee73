/** What may have become different, so that whoever shows it looks again. */
export type Topic =
  | 'documents'
  | 'files'
  | 'functions'
  | 'calls'
  | 'logs'
  | 'phones'
  | 'timers'
  | 'clock'
  | 'faults'

/** Tells the inspector that there is something new to look at; it carries no data. */
export class Changes {
  readonly #listeners = new Set<(topic: Topic) => void>()

  tell(topic: Topic): void {
    for (const listener of this.#listeners) listener(topic)
  }

  /** Answers how to stop listening. */
  listen(listener: (topic: Topic) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
