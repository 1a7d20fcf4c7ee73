import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { useSending } from '../../parts/use-sending'
import { useRead } from '../../use-read'
import { FileRow } from './file-row'

/** What lies in the cloud's storage. */
export function FilesPanel() {
  const reading = useRead('files', {}, ['files'])
  const { isSending, problem, change } = useSending()
  return (
    <section aria-labelledby="files">
      <h1 id="files">Files</h1>
      <Problem text={problem} />
      <Shown reading={reading}>
        {({ files, more }) =>
          files.length === 0 ? (
            <p className="empty">Nothing has been uploaded yet.</p>
          ) : (
            <>
              <div className="table">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Path</th>
                      <th scope="col">Type</th>
                      <th scope="col" className="number">
                        Bytes
                      </th>
                      <th scope="col">Uploaded by</th>
                      <th scope="col">At</th>
                      <th scope="col">
                        <span className="unseen">Delete</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {files.map((file) => (
                      <FileRow
                        key={file.path}
                        file={file}
                        isSending={isSending}
                        onRemove={() => void change('files/remove', { path: file.path })}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
              {more > 0 && <p className="note">{more.toLocaleString('en')} more are not shown.</p>}
            </>
          )
        }
      </Shown>
    </section>
  )
}
