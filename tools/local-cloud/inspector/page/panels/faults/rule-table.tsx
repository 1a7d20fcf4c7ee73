import type { Output } from '../../ask'

type Props = { rules: Output<'faults'>['rules']; onRemove: (id: string) => void }

export function RuleTable({ rules, onRemove }: Props) {
  return (
    <>
      <h2>Rules</h2>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">What it says</th>
              <th scope="col" className="number">
                Calls so far
              </th>
              <th scope="col">
                <span className="unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, rule, calls }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>
                  <code>{JSON.stringify(rule)}</code>
                </td>
                <td className="number">{calls}</td>
                <td className="acts">
                  <button type="button" aria-label={`Remove ${id}`} onClick={() => onRemove(id)}>
                    Remove
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
