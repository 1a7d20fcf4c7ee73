import { useRovingFocus } from '../parts/use-roving-focus'
import { hrefOf } from '../route'

export type Panel = { name: string; title: string }

/** All panels: one stop of the Tab key, and the arrow keys go from one to the next. */
export function Navigation({ panels, shown }: { panels: readonly Panel[]; shown: string }) {
  const { list, item } = useRovingFocus(shown)
  return (
    <nav aria-label="Panels" className="panels">
      <ul {...list}>
        {panels.map(({ name, title }) => (
          <li key={name}>
            <a href={hrefOf([name])} aria-current={name === shown ? 'page' : undefined} {...item(name)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
