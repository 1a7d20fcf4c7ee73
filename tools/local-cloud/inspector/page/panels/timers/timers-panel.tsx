import { Beijing } from '../../parts/beijing'
import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { useSending } from '../../parts/use-sending'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'

/** The timers that the functions' `config.json` declare. */
export function TimersPanel() {
  const reading = useRead('timers', {}, ['timers', 'clock', 'functions'])
  const { isSending, problem, change } = useSending()
  return (
    <section aria-labelledby="timers">
      <h1 id="timers">Timers</h1>
      <p className="note">
        Seven fields, in Beijing time. The cloud may give an event twice; so can you. What came of it stands
        with the function’s calls.
      </p>
      <Problem text={problem} />
      <Shown reading={reading}>
        {(timers) =>
          timers.length === 0 ? (
            <p className="empty">No function’s config.json declares a timer.</p>
          ) : (
            <div className="table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Function</th>
                    <th scope="col">Timer</th>
                    <th scope="col">Next</th>
                    <th scope="col">
                      <span className="unseen">Fire</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {timers.map(({ functionName, name, cron, next }) => (
                    <tr key={functionName}>
                      <th scope="row">
                        <a href={hrefOf(['functions', functionName])}>{functionName}</a>
                      </th>
                      <td>
                        {name} <code>{cron}</code>
                      </td>
                      <td>{next === null ? 'never' : <Beijing at={next} />}</td>
                      <td className="acts">
                        {[false, true].map((twice) => (
                          <button
                            key={String(twice)}
                            type="button"
                            disabled={isSending}
                            aria-label={`Fire ${name} of ${functionName} ${twice ? 'twice' : 'now'}`}
                            onClick={() => void change('timers/fire', { functionName, twice })}
                          >
                            {twice ? 'Fire twice' : 'Fire now'}
                          </button>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
    </section>
  )
}
