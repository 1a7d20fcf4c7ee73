import type { Output } from '../../ask'
import { Table } from '../../parts/table'

type Count = Output<'faults'>['counts'][number]

/** How often each action has been called since the local cloud started. */
export function CountTable({ counts }: { counts: readonly Count[] }) {
  if (counts.length === 0) return null
  return (
    <>
      <h2>Calls by action</h2>
      <Table<Count>
        label="Calls by action"
        columns={[
          { title: 'Action', cell: ({ action }) => action },
          { title: 'By function', cell: ({ function: name }) => name ?? 'none' },
          { title: 'Calls', look: 'number', cell: ({ count }) => count.toLocaleString('en') },
        ]}
        rows={counts}
        keyOf={({ action, function: name }) => `${action} ${name}`}
      />
    </>
  )
}
