import { momentAt, timeOfDay } from '../beijing-time'

/** When to publish, as an editor fills it in. */
export type MomentFields = { isLater: boolean; day: string; time: string }

export type MomentChosen =
  /** ISO 8601, UTC; null: now. */
  { at: string | null; wrong: null } | { at: null; wrong: 'notATime' | 'past' }

export function momentChosen({ isLater, day, time }: MomentFields, now: number): MomentChosen {
  if (!isLater) return { at: null, wrong: null }
  const clock = timeOfDay(time)
  if (clock === null) return { at: null, wrong: 'notATime' }
  const at = momentAt(day, clock)
  return Date.parse(at) > now ? { at, wrong: null } : { at: null, wrong: 'past' }
}
