import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'
import { Table } from '../../parts/table'

type Met = Output<'faults'>['met'][number]
type Props = { met: readonly Met[]; onRelease: (id: number) => void }

/** The newest first. */
export function MetTable({ met, onRelease }: Props) {
  return (
    <>
      <h2>What they have met</h2>
      <Table<Met>
        label="What they have met"
        columns={[
          { title: 'At', cell: ({ at }) => <Beijing at={at} /> },
          { title: 'Rule', cell: ({ rule }) => rule },
          { title: 'Fault', cell: ({ kind, when }) => `${kind}, ${when} the work` },
          {
            title: 'Call',
            cell: ({ action, function: name }) => (name === null ? action : `${action} by ${name}`),
          },
          { title: 'Reader', cell: ({ touser, openid }) => touser ?? openid ?? '–' },
          { title: 'Documents', cell: ({ documents }) => documents.join(', ') || '–' },
          {
            title: 'Let go',
            look: 'acts',
            cell: ({ id, rule, isHeld }) =>
              isHeld && (
                <button type="button" aria-label={`Let go what ${rule} holds`} onClick={() => onRelease(id)}>
                  Let go
                </button>
              ),
          },
        ]}
        rows={met}
        keyOf={({ id }) => id}
      />
    </>
  )
}
