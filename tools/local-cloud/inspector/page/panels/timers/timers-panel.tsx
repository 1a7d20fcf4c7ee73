import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'
import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { Table } from '../../parts/table'
import { useSending } from '../../parts/use-sending'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { FireButtons } from './fire-buttons'

type Timer = Output<'timers'>[number]

/** The timers that the functions' `config.json` declare. */
export function TimersPanel() {
  const reading = useRead('timers', {}, ['timers', 'clock', 'functions'])
  const { problem, change } = useSending()
  return (
    <section aria-labelledby="timers">
      <h1 id="timers">Timers</h1>
      <p className="note">
        Seven fields from seconds to years, in Beijing time. The cloud may give an event twice; so can you.
        What came of it stands with the function’s calls.
      </p>
      <Problem text={problem} />
      <Shown reading={reading}>
        {(timers) =>
          timers.length === 0 ? (
            <p className="empty">No function’s config.json declares a timer.</p>
          ) : (
            <Table<Timer>
              label="Timers"
              columns={[
                {
                  title: 'Function',
                  cell: ({ functionName }) => (
                    <a href={hrefOf(['functions', functionName])}>{functionName}</a>
                  ),
                },
                { title: 'Timer', cell: ({ name }) => name },
                { title: 'When', cell: ({ cron }) => <code className="whole">{cron}</code> },
                { title: 'Next', cell: ({ next }) => (next === null ? 'never' : <Beijing at={next} />) },
                {
                  title: 'Fire',
                  look: 'acts',
                  cell: (timer) => (
                    <FireButtons
                      timer={timer}
                      onFire={(twice) => change('timers/fire', { functionName: timer.functionName, twice })}
                    />
                  ),
                },
              ]}
              rows={timers}
              keyOf={({ functionName }) => functionName}
            />
          )
        }
      </Shown>
    </section>
  )
}
