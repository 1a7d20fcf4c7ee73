import { beijingTime } from '../beijing-time'
import { hrefOf } from '../route'
import { timeSpan } from '../time-span'
import { useRead } from '../use-read'
import { useRunningTime } from '../use-running-time'

/** The cloud's time, on every panel, and how far it was moved. */
export function Now() {
  const reading = useRead('clock', {}, ['clock'])
  const time = reading.state === 'shown' ? reading.data : null
  const now = useRunningTime(time?.now ?? null)
  if (!time || now === null) return null
  const { offset } = time
  return (
    <p className="now">
      {Math.abs(offset) >= 1000 && (
        <a className="moved" href={hrefOf(['clock'])}>
          {offset > 0 ? '+' : '−'}
          {timeSpan(offset)}
        </a>
      )}
      <time dateTime={new Date(now).toISOString()} title="The cloud's clock, Beijing time">
        {beijingTime(now)}
      </time>
    </p>
  )
}
