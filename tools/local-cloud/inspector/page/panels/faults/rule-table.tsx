import type { Output } from '../../ask'
import { Table } from '../../parts/table'
import { callsInWords, faultInWords, occasionInWords } from './rule-in-words'

type Rule = Output<'faults'>['rules'][number]
type Props = { rules: readonly Rule[]; onRemove: (id: string) => void }

export function RuleTable({ rules, onRemove }: Props) {
  return (
    <>
      <h2>Rules</h2>
      <Table<Rule>
        label="Rules"
        columns={[
          { title: 'Rule', cell: ({ id }) => id },
          { title: 'Calls', cell: ({ rule }) => callsInWords(rule) },
          { title: 'Which', cell: ({ rule }) => occasionInWords(rule) },
          { title: 'What goes wrong', cell: ({ rule }) => faultInWords(rule.fault) },
          { title: 'Calls so far', look: 'number', cell: ({ calls }) => calls },
          {
            title: 'Remove',
            look: 'acts',
            cell: ({ id }) => (
              <button type="button" aria-label={`Remove ${id}`} onClick={() => onRemove(id)}>
                Remove
              </button>
            ),
          },
        ]}
        rows={rules}
        keyOf={({ id }) => id}
      />
    </>
  )
}
