import Taro from '@tarojs/taro'
import { measurePage } from './page-geometry'

/** Of 17 ms, the steps in which Taro scrolls a browser: it runs past the end where they do not add up. */
const DURATION = 15 * 17

/** Brings an item to the top of what is read. */
export async function scrollToAnchor(anchor: string): Promise<void> {
  const { scrollTop, readingTop, boxes } = await measurePage(`#${anchor}`)
  const [item] = boxes
  if (item) Taro.pageScrollTo({ scrollTop: scrollTop + item.top - readingTop, duration: DURATION })
}
