import type { Answer } from '../admin/action'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Transactions } from '../database/transactions/transactions'
import type { CloudFunctions } from '../functions/cloud-functions'
import { ActiveRule } from './active-rule'
import type { CallCounts } from './call-counts'
import { carryOut, isHoldUp } from './carry-out'
import type { CloudCall } from './cloud-call'
import { type Fault, type FaultRule, type FaultRuleInput, parseFaultRule } from './fault-rule'
import { HeldCalls } from './held-calls'
import { type MetFault, MetFaults } from './met-faults'
import { whatItMet } from './what-it-met'

type Options = {
  calls: CallCounts
  functions: Pick<CloudFunctions, 'kill' | 'freeze' | 'thaw'>
  transactions: Pick<Transactions, 'changedIds'>
  clock: Clock
  changes: Changes
}

const NONE: readonly ActiveRule[] = []

/** What goes wrong because someone asked for it. */
export class Faults {
  readonly #options: Options
  /** The names of all that counts its calls here. */
  readonly #actions = new Set<string>()
  readonly #rules = new Map<string, ActiveRule>()
  readonly #met = new MetFaults()
  readonly #held = new HeldCalls()
  #added = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** Rules may name these actions. */
  serve(names: readonly string[]): void {
    for (const name of names) this.#actions.add(name)
  }

  /** Sets a rule, which counts the calls from now on; answers its id. Throws a CloudError where it cannot be used. */
  add(input: FaultRuleInput): string {
    const rule = parseFaultRule(input, (name) => this.#actions.has(name))
    this.#added += 1
    const id = `fault-${this.#added}`
    this.#rules.set(id, new ActiveRule(id, rule))
    this.#tell()
    return id
  }

  /** What it holds stays held. */
  remove(id: string): void {
    this.#rules.delete(id)
    this.#tell()
  }

  /** No rules, nothing held, nothing listed; resolves when what was frozen has ended or stands still again. */
  async clear(): Promise<void> {
    this.#rules.clear()
    await this.release()
    this.#met.forget()
    this.#tell()
  }

  /** Each with how many calls it was about so far. */
  rules(): { id: string; rule: FaultRule; calls: number }[] {
    return Array.from(this.#rules.values(), ({ id, rule, calls }) => ({ id, rule, calls }))
  }

  /** Every fault that met a call, in that order. */
  met(): readonly MetFault[] {
    return this.#met.list()
  }

  /** Resolves when a rule's fault has met so many calls, with what it met. */
  whenMet(rule: string, times = 1): Promise<MetFault[]> {
    return this.#met.wait(rule, times)
  }

  /**
   * Lets go on what a met fault holds, or all that is held. Resolves, for a frozen instance, when its run has ended or
   * stands still again.
   */
  async release(id?: number): Promise<void> {
    await this.#held.release(id)
    this.#tell()
  }

  /** Counts a call; answers the rules whose faults meet it. */
  take(call: CloudCall): readonly ActiveRule[] {
    this.#options.calls.add(call)
    return this.#rules.size === 0 ? NONE : [...this.#rules.values()].filter((rule) => rule.take(call))
  }

  /** Does the work with the faults around it, that of the rule that was set first outermost. */
  async carryOut(
    rules: readonly ActiveRule[],
    call: CloudCall,
    work: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const [first, ...rest] = rules
    if (!first) return work()
    return carryOut(
      first.rule.fault,
      call,
      () => this.carryOut(rest, call, work),
      (answer) => this.#strike(first, call, answer),
    )
  }

  close(): void {
    this.#rules.clear()
    this.#held.close()
  }

  async #strike({ id, rule: { fault } }: ActiveRule, call: CloudCall, answer: Answer | null): Promise<void> {
    const { functions } = this.#options
    const instance = call.instance ?? ''
    if (fault.kind === 'freeze') await functions.freeze(instance)
    const met = this.#list(id, fault, call, answer)
    // Listed before it ends: its caller's caller hears of that at once.
    if (fault.kind === 'kill') await functions.kill(instance)
    if (fault.kind === 'hold') await this.#held.hold(met)
    if (fault.kind === 'delay') await this.#held.hold(met, { ms: fault.ms })
    if (fault.kind === 'freeze') await this.#held.hold(met, { thaw: () => functions.thaw(instance) })
  }

  #list(rule: string, { kind, when }: Fault, call: CloudCall, answer: Answer | null): MetFault {
    const met = this.#met.add({
      rule,
      kind,
      when,
      action: call.api ?? call.action,
      function: call.functionName,
      run: call.run,
      instance: call.instance,
      openid: call.openid,
      ...whatItMet(call, answer, this.#options.transactions),
      at: this.#options.clock.now(),
      isHeld: isHoldUp(kind),
    })
    this.#tell()
    return met
  }

  #tell(): void {
    this.#options.changes.tell('faults')
  }
}
