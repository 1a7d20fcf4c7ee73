import Taro from '@tarojs/taro'

/** A box on the screen, in px from the window's top. */
export type Box = { top: number; bottom: number }

/** How far the page is scrolled, where its reading area begins (under the bar on top), and where some nodes are. */
export type PageGeometry = { scrollTop: number; readingTop: number; windowHeight: number; boxes: Box[] }

export function measurePage(selector: string): Promise<PageGeometry> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .selectViewport()
      .scrollOffset()
      .select('.top-bar')
      .boundingClientRect()
      .selectAll(selector)
      .boundingClientRect()
      .exec(([offset, bar, boxes]) => {
        resolve({
          scrollTop: offset?.scrollTop ?? 0,
          readingTop: bar?.bottom ?? 0,
          windowHeight: Taro.getWindowInfo().windowHeight,
          boxes: boxes ?? [],
        })
      })
  })
}
