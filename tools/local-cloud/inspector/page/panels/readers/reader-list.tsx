import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { ReaderForm } from './reader-form'
import { useBrowserReader } from './use-browser-reader'

export function ReaderList({ chosen }: { chosen: string | undefined }) {
  const reading = useRead('readers', {}, ['phones'])
  const { list, item } = useRovingFocus(chosen)
  const browserReader = useBrowserReader()
  return (
    <div className="pane">
      <h1 id="readers">Readers</h1>
      <ReaderForm />
      <Shown reading={reading}>
        {({ readers, more }) => (
          <>
            <ul className="choices" aria-label="Readers" {...list}>
              {withReader(readers, browserReader).map(({ openid, unread }, index) => (
                <li key={openid}>
                  <a
                    href={hrefOf(['readers', openid])}
                    aria-current={openid === chosen ? 'true' : undefined}
                    {...item(openid, index === 0)}
                  >
                    <span className="name">{openid}</span>
                    {unread > 0 && <span className="badge">{unread} unread</span>}
                    {openid === browserReader && <span className="preview">reads in this browser</span>}
                  </a>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="note hint">{more.toLocaleString('en')} more are not listed.</p>}
          </>
        )}
      </Shown>
      <p className="note hint">
        WeChat knows a reader from a first choice in the consent panel, or from a first message.
      </p>
    </div>
  )
}

type Known = { openid: string; unread: number }

/** Whoever reads in this browser comes first, also where WeChat has not heard of them. */
function withReader(known: readonly Known[], openid: string): Known[] {
  const found = known.find((each) => each.openid === openid) ?? { openid, unread: 0 }
  return [found, ...known.filter((each) => each.openid !== openid)]
}
