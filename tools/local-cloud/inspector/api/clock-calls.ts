import * as v from 'valibot'
import type { Clock } from '../../clock'
import { change, read } from '../call'

/** A hundred years: further, JavaScript's dates and the cloud's timers mean nothing any more. */
const MAX_MS = 100 * 365 * 24 * 60 * 60 * 1000

const MoveSchema = v.union([
  v.object({ by: v.pipe(v.number(), v.integer(), v.minValue(-MAX_MS), v.maxValue(MAX_MS)) }),
  v.object({ to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 * MAX_MS)) }),
])

/** What time it is in the cloud, and how far that is from the machine's time. */
export type Time = { now: number; offset: number }

export function clockCalls(clock: Clock) {
  const time = (): Time => ({ now: clock.now(), offset: Math.round(clock.offset) })
  return {
    clock: read(v.object({}), time),
    /** Answers once all that was due on the way is done. */
    'clock/move': change(MoveSchema, async (move) => {
      if ('by' in move) await clock.advance(move.by)
      else await clock.moveTo(move.to)
      return time()
    }),
    'clock/reset': change(v.object({}), async () => {
      await clock.reset()
      return time()
    }),
  }
}
