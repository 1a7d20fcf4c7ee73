import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'
import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { SureButton } from '../../parts/sure-button'
import { Table } from '../../parts/table'
import { useSending } from '../../parts/use-sending'
import { useRead } from '../../use-read'

type File = Output<'files'>['files'][number]

/** What lies in the cloud's storage. */
export function FilesPanel() {
  const reading = useRead('files', {}, ['files'])
  const { problem, change } = useSending()
  return (
    <section aria-labelledby="files">
      <h1 id="files">Files</h1>
      <p className="note">
        What functions, phones and the command line have uploaded to the cloud’s storage.
      </p>
      <Problem text={problem} />
      <Shown reading={reading}>
        {({ files, more }) =>
          files.length === 0 ? (
            <p className="empty">Nothing has been uploaded yet.</p>
          ) : (
            <>
              <Table<File>
                label="Files"
                columns={[
                  { title: 'Path', cell: ({ path }) => <FileLink path={path} /> },
                  { title: 'Type', cell: ({ contentType }) => contentType },
                  { title: 'Bytes', look: 'number', cell: ({ size }) => size.toLocaleString('en') },
                  { title: 'Uploaded by', cell: ({ uploader }) => uploader ?? 'a server' },
                  { title: 'At', cell: ({ uploadedAt }) => <Beijing at={uploadedAt} /> },
                  {
                    title: 'Delete',
                    look: 'acts',
                    cell: ({ path }) => (
                      <SureButton
                        name="Delete"
                        what={path}
                        onSure={() => void change('files/remove', { path })}
                      />
                    ),
                  },
                ]}
                rows={files}
                keyOf={({ path }) => path}
              />
              {more > 0 && <p className="note">{more.toLocaleString('en')} more are not shown.</p>}
            </>
          )
        }
      </Shown>
    </section>
  )
}

function FileLink({ path }: { path: string }) {
  return (
    <a href={`/_cloud/file?path=${encodeURIComponent(path)}`} target="_blank" rel="noreferrer">
      {path}
    </a>
  )
}
