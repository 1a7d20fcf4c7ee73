import { type Box, boxesOf, WINDOW } from './page-layout'
import type { PageUnderTest } from './page-under-test'
import { PhoneCanvas } from './phone-canvas'
import type { PhoneClock } from './phone-clock'

type Measured = Box | Box[] | { scrollTop: number; scrollLeft: number } | null
type Measure = (page: PageUnderTest) => Measured

/** `wx.createSelectorQuery`, as far as boxes and the scroll offset go. */
export function createSelectorQuery(page: () => PageUnderTest, clock: PhoneClock) {
  const measures: Measure[] = []
  const answers: (() => void)[] = []
  const ask = (measure: Measure) => {
    measures.push(measure)
    return query
  }
  const query = {
    in: () => query,
    select: (selector: string) => ({
      boundingClientRect: () => ask((at) => boxes(at, selector)[0] ?? null),
      /** Of a canvas alone, its node and its size. */
      fields: (_: object, callback: (found: object | null) => void) => {
        answers.push(() => callback(canvasAt(page(), selector)))
        return query
      },
    }),
    selectAll: (selector: string) => ({
      boundingClientRect: () => ask((at) => boxes(at, selector)),
    }),
    selectViewport: () => ({
      scrollOffset: () => ask((at) => ({ scrollTop: at.scrollTop, scrollLeft: 0 })),
      boundingClientRect: () => ask(() => windowBox),
    }),
    exec: (callback?: (results: Measured[]) => void) => {
      clock.setTimeout(() => {
        for (const answer of answers) answer()
        callback?.(measures.map((measure) => measure(page())))
      })
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

const canvases = new WeakMap<PageUnderTest, PhoneCanvas>()

/** The one canvas of a page, which stays the same however often the page is drawn. */
function canvasAt(page: PageUnderTest, selector: string): object | null {
  const [box] = boxes(page, selector)
  if (!box) return null
  const node = canvases.get(page) ?? new PhoneCanvas()
  canvases.set(page, node)
  return { node, width: box.width, height: box.height }
}

function boxes(page: PageUnderTest, selector: string): Box[] {
  return boxesOf(page.root, selector, page.scrollTop)
}
