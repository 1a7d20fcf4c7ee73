import type { Output } from '../../ask'
import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'

const callers: Record<Output<'functions'>[number]['invoker'], string> = {
  readers: 'for all readers',
  'signed-in': 'for readers who are signed in',
  none: 'for no reader',
}

export function FunctionList({ chosen }: { chosen: string | undefined }) {
  const reading = useRead('functions', {}, ['functions', 'calls'])
  const { list, item } = useRovingFocus(chosen)
  return (
    <div className="pane">
      <h1 id="functions">Functions</h1>
      <Shown reading={reading}>
        {(functions) =>
          functions.length === 0 ? (
            <p className="empty">config/functions.ts names none.</p>
          ) : (
            <ul className="choices" aria-label="Functions" {...list}>
              {functions.map(({ name, timeLimit, memory, invoker, problem, calls, failed }, index) => (
                <li key={name}>
                  <a
                    href={hrefOf(['functions', name])}
                    aria-current={name === chosen ? 'true' : undefined}
                    {...item(name, index === 0)}
                  >
                    <span className="name">{name}</span>
                    <span className="count">
                      {calls} {calls === 1 ? 'call' : 'calls'}
                      {failed > 0 && <span className="bad">, {failed} failed</span>}
                    </span>
                    <span className="preview">
                      {timeLimit} s, {memory} MB, {callers[invoker]}
                    </span>
                    {problem !== null && <span className="bad">{problem}</span>}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </div>
  )
}
