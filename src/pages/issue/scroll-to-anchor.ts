import Taro from '@tarojs/taro'
import { measurePage } from './page-geometry'

/** Brings an item to the top of what is read. */
export async function scrollToAnchor(anchor: string): Promise<void> {
  const { scrollTop, readingTop, boxes } = await measurePage(`#${anchor}`)
  const [item] = boxes
  if (item) Taro.pageScrollTo({ scrollTop: scrollTop + item.top - readingTop, duration: 240 })
}
