import * as v from 'valibot'
import type { CallCounts } from '../../faults/call-counts'
import type { FaultRuleInput } from '../../faults/fault-rule'
import type { Faults } from '../../faults/faults'
import { change, read } from '../call'

/** The latest; tests read all of them. */
const MOST_MET = 200

export function faultCalls(faults: Faults, calls: CallCounts) {
  return {
    faults: read(v.object({}), () => ({
      rules: faults.rules(),
      met: faults.met().slice(-MOST_MET).reverse(),
      counts: calls.all(),
    })),

    /** The faults themselves check what a rule may say, so that tests and this page are told the same. */
    'faults/add': change(v.object({ rule: v.unknown() }), ({ rule }) => ({
      id: faults.add(rule as FaultRuleInput),
    })),

    'faults/remove': change(v.object({ id: v.string() }), ({ id }) => faults.remove(id)),

    /** One that is held, or all. What was frozen goes on behind this answer, for as long as it takes. */
    'faults/release': change(v.object({ id: v.optional(v.number()) }), ({ id }) => {
      void faults.release(id)
    }),

    'faults/clear': change(v.object({}), () => {
      void faults.clear()
    }),
  }
}
