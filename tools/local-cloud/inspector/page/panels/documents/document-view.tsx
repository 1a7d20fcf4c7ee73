import { JsonText } from '../../parts/json-text'
import { Shown } from '../../parts/shown'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'

export function DocumentView({ collection, id }: { collection: string; id: string }) {
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
            <JsonText json={document} label={`Document ${id}`} />
          )
        }
      </Shown>
    </article>
  )
}
