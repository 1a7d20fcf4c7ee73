import { useState } from 'react'
import type { CutText } from '../../../cut-text'
import { JsonForm } from '../../parts/json-form'
import { JsonText } from '../../parts/json-text'
import { Problem } from '../../parts/problem'
import { Shown } from '../../parts/shown'
import { SureButton } from '../../parts/sure-button'
import { useSending } from '../../parts/use-sending'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'

type Props = { collection: string; id: string }

export function DocumentView({ collection, id }: Props) {
  const reading = useRead('document', { collection, id }, ['documents'])
  return (
    <article className="pane" aria-labelledby="document">
      <a className="back" href={hrefOf(['documents', collection])}>
        {collection}
      </a>
      <h2 id="document" className="code">
        {id}
      </h2>
      <Shown reading={reading}>
        {(document) =>
          document === null ? (
            <p className="empty">This document is gone.</p>
          ) : (
            <Document collection={collection} id={id} json={document} />
          )
        }
      </Shown>
    </article>
  )
}

function Document({ collection, id, json }: Props & { json: CutText }) {
  const [isEdited, setEdited] = useState(false)
  const { problem, change } = useSending()
  if (isEdited)
    return (
      <JsonForm
        label="The whole document, as Extended JSON"
        text={json.text}
        submit="Save"
        onSubmit={async (save, document) => {
          const saved = await save('document/change', { collection, id, document })
          if (saved) setEdited(false)
          return saved
        }}
        onCancel={() => setEdited(false)}
      />
    )
  return (
    <>
      <p className="actions">
        <button type="button" disabled={json.cut > 0} onClick={() => setEdited(true)}>
          Edit
        </button>
        <SureButton
          name="Delete"
          what={`document ${id}`}
          onSure={() => void change('document/remove', { collection, id })}
        />
        {json.cut > 0 && <span className="note">Too long to be edited here.</span>}
      </p>
      <Problem text={problem} />
      <JsonText json={json} label={`Document ${id}`} />
    </>
  )
}
