import Taro from '@tarojs/taro'

/** A box on the screen, in px from the window's top. */
export type Box = { top: number; bottom: number }

/** How far the page is scrolled, where its reading area begins (under the bar on top), and where some nodes are. */
export type PageGeometry = { scrollTop: number; readingTop: number; windowHeight: number; boxes: Box[] }

/**
 * WeChat's own query where there is one: Taro's waits about 120 ms for an update that may come, and the page would be
 * seen to jump meanwhile.
 */
const createSelectorQuery: typeof Taro.createSelectorQuery =
  process.env.TARO_ENV === 'weapp' ? wx.createSelectorQuery : Taro.createSelectorQuery

export function measurePage(selector: string): Promise<PageGeometry> {
  return new Promise((resolve) => {
    createSelectorQuery()
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
