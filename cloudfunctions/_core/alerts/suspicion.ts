import type { Outcome } from './outcome'

/** So many unknown openids running are no accident. */
const STRANGERS = 20
/** Of so many sends, more than half refused means that our counts are wrong. */
const LAST = 200

/** Watches for readers' refusals that are more likely a fault of ours. */
export class Suspicion {
  #strangers = 0
  #last: boolean[] = []

  /** Answers why to pause; null while nothing is suspicious. */
  note(outcome: Outcome): string | null {
    this.#strangers = outcome === 'no-such-reader' ? this.#strangers + 1 : 0
    this.#last = [...this.#last.slice(1 - LAST), outcome === 'refused']
    if (this.#strangers >= STRANGERS)
      return `WeChat knew none of the last ${STRANGERS} readers (40003): is this the right mini-program?`
    const refused = this.#last.filter(Boolean).length
    if (this.#last.length === LAST && refused > LAST / 2)
      return `${refused} of the last ${LAST} readers have no consent left at WeChat (43101): are the counts right?`
    return null
  }
}
