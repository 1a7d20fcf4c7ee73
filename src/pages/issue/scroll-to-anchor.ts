import Taro from '@tarojs/taro'
import { measurePage } from '#reader/page-geometry'

/** Of 17 ms, the steps in which Taro scrolls a browser: it runs past the end where they do not add up. */
const DURATION = 15 * 17

/** Brings an item to the top of what is read. */
export function scrollToAnchor(anchor: string): void {
  const itself = `#${anchor}`
  measurePage({ titles: itself, texts: itself }, ({ scrollTop, readingTop, texts: [item] }) => {
    if (item) Taro.pageScrollTo({ scrollTop: scrollTop + item.top - readingTop, duration: DURATION })
  })
}
