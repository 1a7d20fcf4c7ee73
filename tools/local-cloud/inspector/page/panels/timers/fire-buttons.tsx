import { useState } from 'react'
import type { Output } from '../../ask'

type Props = {
  timer: Output<'timers'>[number]
  onFire: (twice: boolean) => Promise<{ answer: { events: number } } | null>
}

/** Gives a timer's event now, and says that it was given: nothing else on this panel becomes different. */
export function FireButtons({ timer: { functionName, name }, onFire }: Props) {
  const [given, setGiven] = useState(0)

  async function fire(twice: boolean): Promise<void> {
    const fired = await onFire(twice)
    if (fired) setGiven((before) => before + fired.answer.events)
  }

  return (
    <>
      <span role="status" className="note">
        {given > 0 && `${given} ${given === 1 ? 'event' : 'events'} given`}
      </span>
      {[false, true].map((twice) => (
        <button
          key={String(twice)}
          type="button"
          aria-label={`Fire ${name} of ${functionName} ${twice ? 'twice' : 'now'}`}
          onClick={() => void fire(twice)}
        >
          {twice ? 'Fire twice' : 'Fire now'}
        </button>
      ))}
    </>
  )
}
