import type { ReactNode } from 'react'
import type { Output } from '../../ask'
import { beijingTime } from '../../beijing-time'
import { Shown } from '../../parts/shown'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { Outcome } from './outcome'

export function CallView({ name, run }: { name: string; run: string }) {
  const reading = useRead('function-call', { name, run }, ['calls', 'logs'])
  return (
    <article className="pane" aria-labelledby="call">
      <a className="back" href={hrefOf(['functions', name])}>
        {name}
      </a>
      <h2 id="call">Call of {name}</h2>
      <Shown reading={reading}>
        {(call) =>
          call === null ? (
            <p className="empty">This call is not remembered any more.</p>
          ) : (
            <>
              <Facts call={call} />
              {call.message !== null && <pre className="failed lines">{reasonOf(call)}</pre>}
              <h3>Log</h3>
              {call.lines.length === 0 ? (
                <p className="empty">It has printed nothing.</p>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
                <section className="log" tabIndex={0} aria-label="Log">
                  <pre>{call.lines.join('\n')}</pre>
                </section>
              )}
            </>
          )
        }
      </Shown>
    </article>
  )
}

function Facts({ call }: { call: NonNullable<Output<'function-call'>> }) {
  const { openid, source, askedAt, begunAt, eventBytes, resultBytes, instance, run } = call
  const facts: [name: string, value: ReactNode][] = [
    ['Outcome', <Outcome key="outcome" call={call} />],
    ['Reader', openid ?? 'none'],
    ['Came by', source],
    ['Asked at', beijingTime(askedAt)],
    ['Begun at', begunAt === null ? 'not yet' : beijingTime(begunAt)],
    ['Event', bytes(eventBytes)],
    ['Result', resultBytes === null ? 'none' : bytes(resultBytes)],
    ['Run', <code key="run">{run}</code>],
    ['Instance', instance === null ? 'none' : <code key="instance">{instance}</code>],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The trace of what was thrown stands in the log; then its first line will do. */
function reasonOf({ message, lines }: NonNullable<Output<'function-call'>>): string {
  const [first = ''] = message?.split('\n', 1) ?? []
  return lines.some((line) => line.includes(first)) ? first : (message ?? '')
}

const bytes = (count: number) => `${count.toLocaleString('en')} bytes`
