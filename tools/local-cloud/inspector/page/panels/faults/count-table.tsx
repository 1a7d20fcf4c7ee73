import type { Output } from '../../ask'

/** How often each action has been called since the local cloud started. */
export function CountTable({ counts }: { counts: Output<'faults'>['counts'] }) {
  if (counts.length === 0) return null
  return (
    <>
      <h2>Calls by action</h2>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">By function</th>
              <th scope="col" className="number">
                Calls
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ action, function: name, count }) => (
              <tr key={`${action} ${name}`}>
                <th scope="row">
                  <code>{action}</code>
                </th>
                <td>{name ?? 'none'}</td>
                <td className="number">{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
