import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'

type Props = { met: Output<'faults'>['met']; onRelease: (id: number) => void }

/** The newest first. */
export function MetTable({ met, onRelease }: Props) {
  return (
    <>
      <h2>What they have met</h2>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Fault</th>
              <th scope="col">Call</th>
              <th scope="col">Reader</th>
              <th scope="col">Documents</th>
              <th scope="col">
                <span className="unseen">Let go</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {met.map((each) => (
              <tr key={each.id}>
                <td>
                  <Beijing at={each.at} />
                </td>
                <td>
                  {each.kind} {each.when}, {each.rule}
                </td>
                <td>
                  {each.action}
                  {each.function !== null && ` by ${each.function}`}
                </td>
                <td>{each.touser ?? each.openid ?? '–'}</td>
                <td>{each.documents.join(', ') || '–'}</td>
                <td className="acts">
                  {each.isHeld && (
                    <button
                      type="button"
                      aria-label={`Let go what ${each.rule} holds`}
                      onClick={() => onRelease(each.id)}
                    >
                      Let go
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
