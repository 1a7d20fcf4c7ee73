import * as v from 'valibot'
import { CloudError } from '../../cloud-error'
import type { Timers } from '../../timers/timers'
import { change, read } from '../call'

const FireSchema = v.object({ functionName: v.string(), twice: v.optional(v.boolean(), false) })

export function timerCalls(timers: Timers) {
  return {
    timers: read(v.object({}), () => timers.list()),

    /** Answers at once; what becomes of the calls stands with the function. */
    'timers/fire': change(FireSchema, ({ functionName, twice }) => {
      if (!timers.list().some((timer) => timer.functionName === functionName))
        throw new CloudError('INVALID_PARAM', `The function ${functionName} has no timer.`)
      const runs = timers.fire(functionName, { twice })
      // The function's own log says what failed.
      for (const { result } of runs) result.catch(() => {})
      return { events: runs.length }
    }),
  }
}
