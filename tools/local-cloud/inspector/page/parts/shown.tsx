import type { ReactNode } from 'react'
import type { Reading } from '../use-read'

type Props<T> = { reading: Reading<T>; children: (data: T) => ReactNode }

/** What was read, or why it is not there. That something is loading is said only when it takes long: see the styles. */
export function Shown<T>({ reading, children }: Props<T>) {
  if (reading.state === 'loading') return <p className="loading">Loading…</p>
  if (reading.state === 'failed')
    return (
      <p role="alert" className="failed">
        {reading.error.message} <code>{reading.error.code}</code>
      </p>
    )
  return <>{children(reading.data)}</>
}
