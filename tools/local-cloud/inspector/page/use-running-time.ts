import { useEffect, useState } from 'react'

/** A moment that was read from a clock, running on second by second. */
export function useRunningTime(read: number | null): number | null {
  const [running, setRunning] = useState({ read, since: performance.now(), now: read })
  if (running.read !== read) setRunning({ read, since: performance.now(), now: read })

  useEffect(() => {
    const timer = setInterval(
      () =>
        setRunning(({ read: from, since }) => ({
          read: from,
          since,
          now: from === null ? null : from + (performance.now() - since),
        })),
      1000,
    )
    return () => clearInterval(timer)
  }, [])

  return running.now
}
