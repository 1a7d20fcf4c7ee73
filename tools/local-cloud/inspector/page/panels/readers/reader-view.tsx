import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { useSending } from '../../parts/use-sending'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { InboxMessage } from './inbox-message'
import { SendForm } from './send-form'
import { TemplateTable } from './template-table'
import { useBrowserReader } from './use-browser-reader'

export function ReaderView({ openid }: { openid: string }) {
  const reading = useRead('reader', { openid }, ['phones'])
  const { problem, change } = useSending()
  const isInBrowser = useBrowserReader() === openid
  return (
    <article className="pane" aria-labelledby="reader">
      <a className="back" href={hrefOf(['readers'])}>
        Readers
      </a>
      <header className="heading">
        <h2 id="reader">{openid}</h2>
        {isInBrowser && <span className="badge">reads in this browser</span>}
        <a className="button" href={`/?as=${encodeURIComponent(openid)}`} target="_blank" rel="noreferrer">
          Read as {openid}
        </a>
      </header>
      <Problem text={problem} />
      <Shown reading={reading}>
        {({ mainSwitch, home, templates, inbox, older }) => (
          <>
            <h3 id="inbox">Service notifications</h3>
            {inbox.length === 0 && <p className="empty">No message has come yet.</p>}
            <ol className="inbox" aria-labelledby="inbox" aria-live="polite" aria-relevant="additions">
              {inbox.map((message) => (
                <li key={message.msgid}>
                  <InboxMessage
                    message={message}
                    onOpen={() => void change('reader/open-message', { openid, msgid: message.msgid })}
                  />
                </li>
              ))}
            </ol>
            {older > 0 && <p className="note">{older.toLocaleString('en')} older ones are not shown.</p>}
            <h3>What WeChat knows</h3>
            <label className="switch">
              <input
                type="checkbox"
                checked={mainSwitch}
                onChange={({ target }) => void change('reader/main-switch', { openid, isOn: target.checked })}
              />
              Takes messages of this mini-program (main switch)
            </label>
            <TemplateTable
              templates={templates}
              onChange={(templateId, state) =>
                void change('reader/template', { openid, templateId, ...state })
              }
            />
            <details className="section">
              <summary>Send a message</summary>
              <SendForm openid={openid} templates={templates} home={home} />
            </details>
          </>
        )}
      </Shown>
    </article>
  )
}
