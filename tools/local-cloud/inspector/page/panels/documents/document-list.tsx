import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'
import { FilterForm } from './filter-form'

type Props = {
  collection: string
  filter: string
  after: string | undefined
  before: string | undefined
  chosen: string | null
}

/** A page of a collection, in the order of the ids. */
export function DocumentList({ collection, filter, after, before, chosen }: Props) {
  const asked = { collection, filter, ...(after && { after }), ...(before && { before }) }
  const reading = useRead('documents', asked, ['documents'])
  const { list, item } = useRovingFocus(chosen ?? undefined)
  const page = (query: { after?: string; before?: string }) =>
    hrefOf(['documents', collection], { filter, ...query })

  return (
    <div className="pane">
      <a className="back" href={hrefOf(['documents'])}>
        Collections
      </a>
      <h2 className="code">{collection}</h2>
      <FilterForm key={filter} collection={collection} filter={filter} />
      <Shown reading={reading}>
        {({ rows, hasEarlier, hasLater }) => (
          <>
            {rows.length === 0 ? (
              <p className="empty">
                {filter === '' ? 'It has no document.' : 'No document meets this filter.'}
              </p>
            ) : (
              <ol className="choices" aria-label={`Documents of ${collection}`} {...list}>
                {rows.map(({ id, preview }, index) => (
                  <li key={id}>
                    <a
                      href={hrefOf(['documents', collection], { filter, after, before, id })}
                      aria-current={id === chosen ? 'true' : undefined}
                      {...item(id, index === 0)}
                    >
                      <span className="name code">{id}</span>
                      <span className="preview code">{preview}</span>
                    </a>
                  </li>
                ))}
              </ol>
            )}
            {(hasEarlier || hasLater) && (
              <p className="pages">
                {hasEarlier && <a href={page({})}>First</a>}
                {hasEarlier && <a href={page({ before: rows[0]?.id ?? '' })}>Earlier</a>}
                {hasLater && <a href={page({ after: rows.at(-1)?.id ?? '' })}>Later</a>}
              </p>
            )}
          </>
        )}
      </Shown>
    </div>
  )
}
