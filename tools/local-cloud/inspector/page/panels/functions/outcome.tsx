import type { Output } from '../../ask'
import { timeSpan } from '../../time-span'

type Call = Output<'function-calls'>[number]

/** How a call ended, in a word, and how long it took. */
export function Outcome({ call: { outcome, tookMs, hasFailed } }: { call: Call }) {
  return (
    <span className={hasFailed ? 'outcome bad' : 'outcome'}>
      {outcome}
      {tookMs !== null && ` in ${timeSpan(tookMs)}`}
    </span>
  )
}
