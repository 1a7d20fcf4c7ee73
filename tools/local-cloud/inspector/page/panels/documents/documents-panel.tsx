import { useRoute } from '../../use-route'
import { CollectionList } from './collection-list'
import { DocumentList } from './document-list'
import { DocumentView } from './document-view'

/** Collections, the documents of one, and one document: side by side where there is room, else one after the other. */
export function DocumentsPanel() {
  const { path, query } = useRoute()
  const collection = path[1]
  const id = query.get('id')
  return (
    <section
      aria-labelledby="documents"
      className="browser"
      data-depth={collection === undefined ? 0 : id === null ? 1 : 2}
    >
      <CollectionList chosen={collection} />
      {collection !== undefined && (
        <DocumentList
          key={collection}
          collection={collection}
          filter={query.get('filter') ?? ''}
          after={query.get('after') ?? undefined}
          before={query.get('before') ?? undefined}
          chosen={id}
        />
      )}
      {collection !== undefined && id !== null && (
        <DocumentView key={`${collection}/${id}`} collection={collection} id={id} />
      )}
    </section>
  )
}
