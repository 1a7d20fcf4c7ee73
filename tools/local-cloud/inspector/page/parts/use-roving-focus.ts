import { type KeyboardEvent, useState } from 'react'

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/**
 * A list that is one stop of the Tab key: the arrow keys, Home and End go from item to item. `chosen` is where one
 * comes in, unless another item had the focus last.
 */
export function useRovingFocus(chosen: string | undefined) {
  const [last, setLast] = useState<string>()
  const entrance = last ?? chosen

  function move(event: KeyboardEvent<HTMLElement>): void {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = at === -1 ? undefined : items[step(at, items.length)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return {
    list: { onKeyDown: move },
    /** `isFirst` makes an item the entrance of a list in which nothing is chosen. */
    item: (name: string, isFirst = false) => ({
      ref: name === chosen ? show : undefined,
      'data-item': name,
      tabIndex: name === entrance || (entrance === undefined && isFirst) ? 0 : -1,
      onFocus: () => setLast(name),
    }),
  }
}

/**
 * What is chosen by an address may stand far down its list. Only then is it scrolled to: from there on the Tab key
 * would go, not from the beginning of the page.
 */
function show(item: HTMLElement | null): void {
  const frame = item?.closest('nav, .pane')?.getBoundingClientRect()
  if (!item || !frame) return
  const { top, bottom, left, right } = item.getBoundingClientRect()
  const isSeen = top >= frame.top && bottom <= frame.bottom && left >= frame.left && right <= frame.right
  if (!isSeen) item.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
