import { useState } from 'react'
import type { Output } from '../../ask'
import { Beijing } from '../../parts/beijing'

type Props = { file: Output<'files'>['files'][number]; isSending: boolean; onRemove: () => void }

/** A file that is deleted is gone, so a second press is asked for. */
export function FileRow({
  file: { path, contentType, size, uploader, uploadedAt },
  isSending,
  onRemove,
}: Props) {
  const [isSure, setSure] = useState(false)
  return (
    <tr>
      <th scope="row">
        <a href={`/_cloud/file?path=${encodeURIComponent(path)}`} target="_blank" rel="noreferrer">
          {path}
        </a>
      </th>
      <td>{contentType}</td>
      <td className="number">{size.toLocaleString('en')}</td>
      <td>{uploader ?? 'a server'}</td>
      <td>
        <Beijing at={uploadedAt} />
      </td>
      <td className="acts">
        <button
          type="button"
          className="bad"
          disabled={isSending}
          aria-label={`${isSure ? 'Really delete' : 'Delete'} ${path}`}
          onClick={() => (isSure ? onRemove() : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {isSure ? 'Really delete?' : 'Delete'}
        </button>
      </td>
    </tr>
  )
}
