import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'

type Message = Output<'reader'>['inbox'][number]

/** A service notification; a tap opens the browser build at its page, as this reader and with WeChat's scene. */
export function InboxMessage({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const { title, fields, address, page, at, isRead } = message
  return (
    <article className="message" aria-label={title} data-read={isRead}>
      <header>
        <h4>{title}</h4>
        {!isRead && <span className="badge">unread</span>}
        <Beijing at={at} />
      </header>
      <dl>
        {fields.map(({ name, label, value }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <footer>
        {address === null ? (
          <span className="note">Leads nowhere: it was sent without a page.</span>
        ) : (
          <a className="button" href={address} target="_blank" rel="noreferrer" onClick={onOpen}>
            Open
          </a>
        )}
        {page !== null && <code className="note">{page}</code>}
      </footer>
    </article>
  )
}
