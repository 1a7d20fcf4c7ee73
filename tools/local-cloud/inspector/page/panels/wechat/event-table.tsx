import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'

/** The newest first. */
export function EventTable({ events }: { events: Output<'wechat-events'>['given'] }) {
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <th scope="col">Given at</th>
            <th scope="col">Event</th>
            <th scope="col">Reader</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ key, at, name, openid, json, answer, error }) => (
            <tr key={key}>
              <td>
                <Beijing at={at} />
              </td>
              <td>
                <details>
                  <summary>{name}</summary>
                  <pre className="lines">{json}</pre>
                </details>
              </td>
              <td>{openid}</td>
              <td>{error === null ? <code>{answer ?? '…'}</code> : <span className="bad">{error}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
