import type { Delivery } from './campaign'
import { type Outcome, outcomeOf, type SendAnswer } from './outcome'

/** Sends of one row that may surely not have been carried out before it is given up. */
const MOST_ATTEMPTS = 8

/** ms, doubled each time. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 300_000

/** What the answer to its send makes of a row. `random` spreads the next tries, so that not all come at once. */
export function rowAfterAnswer(
  row: Delivery,
  answer: SendAnswer,
  now: number,
  random: () => number,
): { outcome: Outcome; changes: Partial<Delivery> } {
  const outcome = outcomeOf(answer)
  return { outcome, changes: changesOf(outcome, row, answer, now, random) }
}

function changesOf(
  outcome: Outcome,
  { attempts }: Delivery,
  { code, msgid }: SendAnswer,
  now: number,
  random: () => number,
): Partial<Delivery> {
  switch (outcome) {
    case 'accepted':
      return { state: 'accepted', ...(msgid === null ? {} : { msgid }) }
    case 'refused':
      return { state: 'failed', reason: 'refused', code }
    case 'no-such-reader':
      return { state: 'failed', reason: 'no-such-reader', code }
    case 'unknown':
      return { state: 'unknown', code }
    // Not the row's affair: it is as if it had never been tried.
    case 'rest':
    case 'ours':
      return { state: 'pending', code }
    case 'passing': {
      if (attempts + 1 >= MOST_ATTEMPTS)
        return { state: 'failed', reason: 'attempts', attempts: attempts + 1, code }
      const pause = Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE)
      const notBefore = Math.ceil(now + pause * (0.75 + random() / 2))
      return { state: 'waiting', attempts: attempts + 1, notBefore, code }
    }
  }
}
