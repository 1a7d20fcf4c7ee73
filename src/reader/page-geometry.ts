import Taro from '@tarojs/taro'

/** A box on the screen, in px from the window's top. */
export type Box = { top: number; bottom: number }

/** Which nodes of a page to look for: titles, each to be found in every language, and texts that may fill a screen. */
export type Places = { titles: string; texts: string }

/** How far the page is scrolled, where its reading area begins (under the bar on top) and ends, and where its places are. */
export type PageGeometry = {
  scrollTop: number
  readingTop: number
  windowHeight: number
  titles: Box[]
  texts: Box[]
}

/** In a browser `tell` is called at once: what is measured there can still be corrected before anything is painted. */
export function measurePage(places: Places, tell: (geometry: PageGeometry) => void): void {
  if (process.env.TARO_ENV === 'h5') tell(measureInBrowser(places))
  else measureInWeChat(places, tell)
}

/** By WeChat's own query: Taro's waits about 120 ms for an update that may come, and the page would be seen to jump. */
function measureInWeChat({ titles, texts }: Places, tell: (geometry: PageGeometry) => void): void {
  wx.createSelectorQuery()
    .selectViewport()
    .scrollOffset()
    .select('.top-bar')
    .boundingClientRect()
    .selectAll(titles)
    .boundingClientRect()
    .selectAll(texts)
    .boundingClientRect()
    .exec(([offset, bar, titleBoxes, textBoxes]) => {
      tell({
        scrollTop: offset?.scrollTop ?? 0,
        readingTop: bar?.bottom ?? 0,
        windowHeight: Taro.getWindowInfo().windowHeight,
        titles: titleBoxes ?? [],
        texts: textBoxes ?? [],
      })
    })
}

/** Taro makes each page one element that scrolls, and names it by the page's path. */
function measureInBrowser({ titles, texts }: Places): PageGeometry {
  const page = window.document.getElementById(Taro.getCurrentInstance().page?.path ?? '')
  const boxesOf = (selector: string) =>
    Array.from(page?.querySelectorAll(selector) ?? [], (node) => node.getBoundingClientRect())
  return {
    scrollTop: page?.scrollTop ?? 0,
    readingTop: boxesOf('.top-bar')[0]?.bottom ?? 0,
    windowHeight: window.innerHeight,
    titles: boxesOf(titles),
    texts: boxesOf(texts),
  }
}
