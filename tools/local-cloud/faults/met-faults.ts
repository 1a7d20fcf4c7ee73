import type { Fault } from './fault-rule'
import type { WhatItMet } from './what-it-met'

/** Older ones are forgotten. */
const REMEMBERED = 10_000

/** A fault that has met a call. */
export type MetFault = WhatItMet & {
  readonly id: number
  /** The rule's id. */
  readonly rule: string
  readonly kind: Fault['kind']
  readonly when: Fault['when']
  readonly action: string
  readonly function: string | null
  readonly run: string | null
  readonly instance: string | null
  /** The reader of the run, or of the phone. */
  readonly openid: string | null
  /** By the cloud's clock, in ms. */
  readonly at: number
  /** Whether it holds the call or its caller still. */
  isHeld: boolean
}

type Waiting = { rule: string; times: number; resolve: (met: MetFault[]) => void }

/** What has met what, in that order. */
export class MetFaults {
  #list: MetFault[] = []
  #waiting: Waiting[] = []
  #count = 0

  list(): readonly MetFault[] {
    return this.#list
  }

  add(met: Omit<MetFault, 'id'>): MetFault {
    this.#count += 1
    const added = { ...met, id: this.#count }
    this.#list.push(added)
    if (this.#list.length > REMEMBERED) this.#list.shift()
    this.#waiting = this.#waiting.filter((waiting) => !this.#tell(waiting))
    return added
  }

  /** Resolves when a rule's fault has met so many calls, with what it met. */
  wait(rule: string, times: number): Promise<MetFault[]> {
    return new Promise((resolve) => {
      const waiting = { rule, times, resolve }
      if (!this.#tell(waiting)) this.#waiting.push(waiting)
    })
  }

  forget(): void {
    this.#list = []
  }

  #tell({ rule, times, resolve }: Waiting): boolean {
    const met = this.#list.filter((each) => each.rule === rule)
    if (met.length < times) return false
    resolve(met)
    return true
  }
}
