import Taro from '@tarojs/taro'
import { isSinglePage } from './platform'

/** WeChat's bar on top; that of the timeline's single page cannot be named. */
export function nameBar(title: string): void {
  if (!isSinglePage) Taro.setNavigationBarTitle({ title })
}
