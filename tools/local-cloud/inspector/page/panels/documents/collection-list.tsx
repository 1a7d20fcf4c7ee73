import { Shown } from '../../parts/shown'
import { useRovingFocus } from '../../parts/use-roving-focus'
import { hrefOf } from '../../route'
import { useRead } from '../../use-read'

export function CollectionList({ chosen }: { chosen: string | undefined }) {
  const reading = useRead('collections', {}, ['documents'])
  const { list, item } = useRovingFocus(chosen)
  return (
    <div className="pane">
      <h1 id="documents">Documents</h1>
      <Shown reading={reading}>
        {(collections) =>
          collections.length === 0 ? (
            <p className="empty">There is no collection yet.</p>
          ) : (
            <ul className="choices" aria-label="Collections" {...list}>
              {collections.map(({ name, count }, index) => (
                <li key={name}>
                  <a
                    href={hrefOf(['documents', name])}
                    aria-current={name === chosen ? 'true' : undefined}
                    {...item(name, index === 0)}
                  >
                    <span className="name">{name}</span>
                    <span className="count">{count.toLocaleString('en')}</span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </div>
  )
}
