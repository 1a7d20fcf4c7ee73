import { type FormEvent, useState } from 'react'
import { beijingTime, parseBeijingTime } from '../../beijing-time'
import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { useSending } from '../../parts/use-sending'
import { timeSpan } from '../../time-span'
import { useRead } from '../../use-read'
import { useRunningTime } from '../../use-running-time'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const steps = [
  { name: '1 minute', ms: MINUTE },
  { name: '10 minutes', ms: 10 * MINUTE },
  { name: '1 hour', ms: HOUR },
  { name: '1 day', ms: DAY },
  { name: '7 days', ms: 7 * DAY },
]

const units = [
  { name: 'seconds', ms: 1000 },
  { name: 'minutes', ms: MINUTE },
  { name: 'hours', ms: HOUR },
  { name: 'days', ms: DAY },
]

export function ClockPanel() {
  const reading = useRead('clock', {}, ['clock'])
  const { isSending, problem, setProblem, change } = useSending()
  const move = (by: number) => void change('clock/move', { by })

  return (
    <section aria-labelledby="clock">
      <h1 id="clock">Clock</h1>
      <p className="note">
        What the database, the functions and WeChat take for the time. On the way forward, each timer that is
        due gives its event at its own time; backward, nothing happens.
      </p>
      <Shown reading={reading}>
        {({ now, offset }) => (
          <>
            <Face now={now} offset={offset} />
            <fieldset className="actions">
              <legend>Forward by</legend>
              {steps.map(({ name, ms }) => (
                <button key={name} type="button" onClick={() => move(ms)}>
                  {name}
                </button>
              ))}
            </fieldset>
            <MoveForm onMove={move} />
            <SetForm
              now={now}
              onSet={(to) =>
                to === null ? setProblem('This is no date and time.') : void change('clock/move', { to })
              }
            />
            <p className="actions">
              <button
                type="button"
                aria-disabled={offset === 0}
                onClick={() => offset !== 0 && void change('clock/reset', {})}
              >
                Back to this machine’s time
              </button>
              <span role="status" className="note">
                {isSending && 'On the way…'}
              </span>
            </p>
            <Problem text={problem} />
          </>
        )}
      </Shown>
    </section>
  )
}

function Face({ now, offset }: { now: number; offset: number }) {
  const running = useRunningTime(now) ?? now
  return (
    <div className="clock-face">
      <time dateTime={new Date(running).toISOString()}>{beijingTime(running)}</time>
      <p className="note">
        Beijing time
        {Math.abs(offset) < 1000
          ? ', as on this machine'
          : `, ${timeSpan(offset)} ${offset > 0 ? 'ahead of' : 'behind'} this machine`}
      </p>
    </div>
  )
}

function MoveForm({ onMove }: { onMove: (ms: number) => void }) {
  const [count, setCount] = useState('30')
  const [unit, setUnit] = useState('seconds')

  function submit(event: FormEvent): void {
    event.preventDefault()
    const ms = units.find(({ name }) => name === unit)?.ms ?? 0
    onMove(Math.round(Number(count) * ms))
  }

  return (
    <form className="fields" onSubmit={submit}>
      <label>
        Move by
        <input
          type="number"
          step="any"
          required
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
      </label>
      <label>
        <span className="unseen">Unit</span>
        <select value={unit} onChange={(event) => setUnit(event.target.value)}>
          {units.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="submit">Move</button>
      <span className="note">A negative number moves it back.</span>
    </form>
  )
}

type SetProps = { now: number; onSet: (to: number | null) => void }

function SetForm({ now, onSet }: SetProps) {
  const [text, setText] = useState(() => beijingTime(now).replace(' ', 'T'))
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        onSet(parseBeijingTime(text))
      }}
    >
      <label>
        Set to
        <input
          type="datetime-local"
          step="1"
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit">Set</button>
      <span className="note">Beijing time</span>
    </form>
  )
}
