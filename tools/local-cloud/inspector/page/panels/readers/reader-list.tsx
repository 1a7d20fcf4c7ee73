import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { ReaderForm } from './reader-form'

export function ReaderList({ chosen }: { chosen: string | undefined }) {
  const reading = useRead('readers', {}, ['phones'])
  const { list, item } = useRovingFocus(chosen)
  return (
    <div className="pane">
      <h1 id="readers">Readers</h1>
      <ReaderForm />
      <Shown reading={reading}>
        {(readers) =>
          readers.length === 0 ? (
            <p className="empty">
              WeChat knows nobody yet. A reader appears with a first choice in the consent panel, or with a
              message.
            </p>
          ) : (
            <ul className="choices" aria-label="Readers" {...list}>
              {readers.map(({ openid, unread }, index) => (
                <li key={openid}>
                  <a
                    href={hrefOf(['readers', openid])}
                    aria-current={openid === chosen ? 'true' : undefined}
                    {...item(openid, index === 0)}
                  >
                    <span className="name">{openid}</span>
                    {unread > 0 && <span className="badge">{unread} unread</span>}
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
