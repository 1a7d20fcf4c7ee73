import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** What WeChat's own bar says above the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    Taro.setNavigationBarTitle({ title })
  }, [title])
}
