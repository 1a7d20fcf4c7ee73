import { Browser } from '../../parts/browser'
import { hrefOf } from '../../route'
import { useRoute } from '../../use-route'
import { CollectionList } from './collection-list'
import { DocumentList } from './document-list'
import { DocumentView } from './document-view'

/** Collections, the documents of one, and one document. */
export function DocumentsPanel() {
  const { path, query } = useRoute()
  const collection = path[1]
  const id = query.get('id')
  const asked = {
    filter: query.get('filter') ?? '',
    after: query.get('after') ?? undefined,
    before: query.get('before') ?? undefined,
  }
  return (
    <Browser
      hint="Choose a collection to see its documents."
      labelledby="documents"
      up={
        collection === undefined
          ? null
          : id === null
            ? hrefOf(['documents'])
            : hrefOf(['documents', collection], asked)
      }
    >
      <CollectionList chosen={collection} />
      {collection !== undefined && (
        <DocumentList key={collection} collection={collection} {...asked} chosen={id} />
      )}
      {collection !== undefined && id !== null && (
        <DocumentView key={`${collection}/${id}`} collection={collection} id={id} />
      )}
    </Browser>
  )
}
