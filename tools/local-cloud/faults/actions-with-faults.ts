import type { Action, Actions } from '../admin/action'
import type { ActiveRule } from './active-rule'
import { type CloudCall, sdkCall } from './cloud-call'
import type { Faults } from './faults'

/**
 * Counts every call, and carries out the faults that meet it. `between` stands between the two: what it refuses is
 * counted, and what a fault holds up is under way in it.
 */
export function actionsWithFaults(
  faults: Faults,
  actions: Actions,
  between: (actions: Actions) => Actions,
): Actions {
  faults.serve(Object.keys(actions))
  const met = new WeakMap<object, { rules: readonly ActiveRule[]; call: CloudCall }>()

  const carriedOut = mapActions(actions, (action) => (request, caller) => {
    const found = met.get(request)
    return found
      ? faults.carryOut(found.rules, found.call, () => action(request, caller))
      : action(request, caller)
  })

  return mapActions(between(carriedOut), (action, name) => (request, caller) => {
    const call = sdkCall(name, request, caller)
    const rules = faults.take(call)
    if (rules.length > 0) met.set(request, { rules, call })
    return action(request, caller)
  })
}

function mapActions(actions: Actions, map: (action: Action, name: string) => Action): Actions {
  return Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, map(action, name)]))
}
