import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'
import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { Outcome } from './outcome'

/** The last calls of a function, the newest first. */
export function CallList({ name, chosen }: { name: string; chosen: string | null }) {
  const reading = useRead('function-calls', { name }, ['calls'])
  const deployed = useRead('functions', {}, ['functions'])
  const own = deployed.state === 'shown' ? deployed.data.find((each) => each.name === name) : undefined
  const { list, item } = useRovingFocus(chosen ?? undefined)
  return (
    <div className="pane">
      <a className="back" href={hrefOf(['functions'])}>
        Functions
      </a>
      <h2>{name}</h2>
      {own && <Deployed openapi={own.openapi} timer={own.timer} />}
      <Shown reading={reading}>
        {(calls) =>
          calls.length === 0 ? (
            <p className="empty">It has not been called since the local cloud started.</p>
          ) : (
            <ol className="choices" aria-label={`Calls of ${name}`} {...list}>
              {calls.map((call, index) => (
                <li key={call.run}>
                  <a
                    href={hrefOf(['functions', name], { run: call.run })}
                    aria-current={call.run === chosen ? 'true' : undefined}
                    {...item(call.run, index === 0)}
                  >
                    <Beijing at={call.askedAt} />
                    <Outcome call={call} />
                    <span className="preview">
                      {call.openid ?? 'no reader'}, {call.source}
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </div>
  )
}

type Deployed = Pick<Output<'functions'>[number], 'openapi' | 'timer'>

/** What its `config.json` says. */
function Deployed({ openapi, timer }: Deployed) {
  return (
    <p className="note">
      {openapi.length === 0 ? 'May use no open API' : `May use ${openapi.join(', ')}`}
      {timer !== null && (
        <>
          ; timer {timer.name} at <code>{timer.cron}</code>
        </>
      )}
    </p>
  )
}
