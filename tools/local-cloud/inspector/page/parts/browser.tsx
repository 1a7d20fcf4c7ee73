import { Children, type ReactNode, useEffect, useRef } from 'react'

type Props = {
  /** The id of the heading that names it all. */
  labelledby: string
  /** Where the second list and what it leads to are left for; Escape goes there. */
  up: string | null
  /** What to do while nothing is chosen. */
  hint: string
  /** Lists and, at last, what was chosen; what is absent is false. */
  children: ReactNode
}

/** Lists side by side where there is room, else one after the other. */
export function Browser({ labelledby, up, hint, children }: Props) {
  const panes = Children.toArray(children)
  const depth = panes.length - 1
  const box = useRef<HTMLElement>(null)
  const before = useRef(depth)

  useEffect(() => {
    const pane = box.current?.children[depth]
    // Whoever goes back stands where they left; whoever goes on must not stand in a list that is hidden now.
    if (depth < before.current) pane?.querySelector<HTMLElement>('[data-item][tabindex="0"]')?.focus()
    else if (depth > before.current && !isFocusSeen()) pane?.querySelector<HTMLElement>('.back')?.focus()
    before.current = depth
  }, [depth])

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && up !== null && !isTyping(event.target)) window.location.hash = up
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [up])

  return (
    <section ref={box} aria-labelledby={labelledby} className="browser" data-depth={depth}>
      {panes}
      {depth === 0 && <p className="pane rest">{hint}</p>}
    </section>
  )
}

function isFocusSeen(): boolean {
  const { activeElement, body } = document
  return activeElement !== null && activeElement !== body && activeElement.checkVisibility()
}

/** Escape has a meaning of its own there. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
