import { type Box, boxesOf, WINDOW } from './page-layout'
import type { PageUnderTest } from './page-under-test'
import type { PhoneClock } from './phone-clock'

type Measured = Box | Box[] | { scrollTop: number; scrollLeft: number } | null
type Measure = (page: PageUnderTest) => Measured

/** `wx.createSelectorQuery`, as far as boxes and the scroll offset go. */
export function createSelectorQuery(page: () => PageUnderTest, clock: PhoneClock) {
  const measures: Measure[] = []
  const ask = (measure: Measure) => {
    measures.push(measure)
    return query
  }
  const query = {
    in: () => query,
    select: (selector: string) => ({
      boundingClientRect: () => ask((at) => boxes(at, selector)[0] ?? null),
    }),
    selectAll: (selector: string) => ({
      boundingClientRect: () => ask((at) => boxes(at, selector)),
    }),
    selectViewport: () => ({
      scrollOffset: () => ask((at) => ({ scrollTop: at.scrollTop, scrollLeft: 0 })),
      boundingClientRect: () => ask(() => windowBox),
    }),
    exec: (callback?: (results: Measured[]) => void) => {
      clock.setTimeout(() => callback?.(measures.map((measure) => measure(page()))))
    },
  }
  return query
}

const windowBox: Box = {
  id: '',
  top: 0,
  bottom: WINDOW.height,
  left: 0,
  right: WINDOW.width,
  width: WINDOW.width,
  height: WINDOW.height,
}

function boxes(page: PageUnderTest, selector: string): Box[] {
  return boxesOf(page.root, selector, page.scrollTop)
}
