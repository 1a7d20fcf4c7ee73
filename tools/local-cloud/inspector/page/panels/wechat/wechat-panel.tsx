import { JsonForm } from '../../parts/json-form'
import { Shown } from '../../parts/shown'
import { useRead } from '../../use-read'
import { EventTable } from './event-table'

/** How WeChat behaves here, and what it has told the mini-program's functions. */
export function WeChatPanel() {
  const settings = useRead('wechat-settings', {}, ['phones'])
  const events = useRead('wechat-events', {}, ['phones'])
  return (
    <section aria-labelledby="wechat">
      <h1 id="wechat">WeChat</h1>
      <h2>Events given</h2>
      <Shown reading={events}>
        {({ pushTo, given }) =>
          given.length > 0 ? (
            <EventTable events={given} />
          ) : (
            <p className="empty">
              {pushTo === null
                ? 'The message push reaches no function: config/wechat.ts names none.'
                : `None yet. They go to the function ${pushTo}.`}
            </p>
          )
        }
      </Shown>
      <h2>Settings</h2>
      <Shown reading={settings}>
        {(current) => (
          <JsonForm
            label="How WeChat behaves, until the local cloud ends"
            text={JSON.stringify(current, null, 2)}
            submit="Set"
            onSubmit={(change, value) => change('wechat-settings/change', { change: value })}
          />
        )}
      </Shown>
    </section>
  )
}
