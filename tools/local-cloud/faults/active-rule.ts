import { seededChance } from '../seeded-chance'
import type { CloudCall } from './cloud-call'
import type { FaultRule } from './fault-rule'

/** A rule since it was set, with the calls that it has counted. */
export class ActiveRule {
  readonly id: string
  readonly rule: FaultRule
  #calls = 0

  constructor(id: string, rule: FaultRule) {
    this.id = id
    this.rule = rule
  }

  /** How many calls it was about. */
  get calls(): number {
    return this.#calls
  }

  /** Counts a call that it is about, and answers whether its fault is to meet it. */
  take(call: CloudCall): boolean {
    if (!this.#isAbout(call)) return false
    this.#calls += 1
    const { on } = this.rule
    if (!on) return true
    return 'call' in on ? on.call === this.#calls : seededChance(on.seed, this.#calls) < on.chance
  }

  #isAbout({ action, api, functionName, run, instance }: CloudCall): boolean {
    const { rule } = this
    if (rule.action !== undefined && rule.action !== action && rule.action !== api) return false
    if (rule.function !== undefined && rule.function !== functionName) return false
    if (rule.run !== undefined && rule.run !== run) return false
    // Only an instance can be killed or frozen: what else calls is not counted.
    return instance !== null || (rule.fault.kind !== 'kill' && rule.fault.kind !== 'freeze')
  }
}
