import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'
import { Table } from '../../parts/table'

type Given = Output<'wechat-events'>['given'][number]

/** The newest first. */
export function EventTable({ events }: { events: readonly Given[] }) {
  return (
    <Table<Given>
      label="Events given"
      columns={[
        { title: 'Given at', cell: ({ at }) => <Beijing at={at} /> },
        {
          title: 'Event',
          cell: ({ name, json }) => (
            <details>
              <summary>{name}</summary>
              <pre className="lines">{json}</pre>
            </details>
          ),
        },
        { title: 'Reader', cell: ({ openid }) => openid },
        {
          title: 'Answer',
          cell: ({ answer, error }) =>
            error === null ? <code>{answer ?? '…'}</code> : <span className="bad">{error}</span>,
        },
      ]}
      rows={events}
      keyOf={({ key }) => key}
    />
  )
}
