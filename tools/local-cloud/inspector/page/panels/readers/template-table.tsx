import type { Input, Output } from '../../ask'
import { Table } from '../../parts/table'

type Template = Output<'reader'>['templates'][number]
type Change = Pick<Input<'reader/template'>, 'remaining' | 'kept'>

const kept = {
  '': 'Asks each time',
  accept: 'Always allowed',
  acceptWithAudio: 'Always, with sound',
  reject: 'Never',
}
type Kept = keyof typeof kept

const isKept = (value: string): value is Kept => Object.hasOwn(kept, value)

type Props = { templates: readonly Template[]; onChange: (templateId: string, change: Change) => void }

/** The true state of each template, which WeChat tells nobody. */
export function TemplateTable({ templates, onChange }: Props) {
  return (
    <Table<Template>
      label="Templates"
      columns={[
        {
          title: 'Template',
          cell: ({ id, title }) => (
            <>
              {title} <code>{id}</code>
            </>
          ),
        },
        {
          title: 'Messages left',
          cell: (template) => (
            <Stepper {...template} onStep={(remaining) => onChange(template.id, { remaining })} />
          ),
        },
        {
          title: 'Kept choice',
          cell: ({ id, title, kept: choice }) => (
            <select
              aria-label={`Kept choice for ${title}`}
              value={choice ?? ''}
              onChange={({ target: { value } }) => {
                if (isKept(value)) onChange(id, { kept: value === '' ? null : value })
              }}
            >
              {Object.entries(kept).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          ),
        },
      ]}
      rows={templates}
      keyOf={({ id }) => id}
    />
  )
}

type StepperProps = Pick<Template, 'title' | 'remaining'> & { onStep: (remaining: number) => void }

function Stepper({ title, remaining, onStep }: StepperProps) {
  return (
    <span className="stepper">
      <button
        type="button"
        aria-label={`One less of ${title}`}
        aria-disabled={remaining === 0}
        onClick={() => remaining > 0 && onStep(remaining - 1)}
      >
        −
      </button>
      <output aria-label={`Messages left of ${title}`}>{remaining}</output>
      <button type="button" aria-label={`One more of ${title}`} onClick={() => onStep(remaining + 1)}>
        +
      </button>
    </span>
  )
}
