import type { Input, Output } from '../../ask'

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
    <div className="table">
      <table>
        <thead>
          <tr>
            <th scope="col">Template</th>
            <th scope="col">Messages left</th>
            <th scope="col">Kept choice</th>
          </tr>
        </thead>
        <tbody>
          {templates.map(({ id, title, remaining, kept: choice }) => (
            <tr key={id}>
              <th scope="row">
                {title} <code>{id}</code>
              </th>
              <td>
                <span className="stepper">
                  <button
                    type="button"
                    aria-label={`One less of ${title}`}
                    disabled={remaining === 0}
                    onClick={() => onChange(id, { remaining: remaining - 1 })}
                  >
                    −
                  </button>
                  <output aria-label={`Messages left of ${title}`}>{remaining}</output>
                  <button
                    type="button"
                    aria-label={`One more of ${title}`}
                    onClick={() => onChange(id, { remaining: remaining + 1 })}
                  >
                    +
                  </button>
                </span>
              </td>
              <td>
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
