import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useReader } from './use-reader'

/** The tabs in their order. */
const tabs = ['issues', 'mine'] as const

/** WeChat's own bars, in the interface's language; they are set from a page that is shown, and only while it is. */
export function useTabTitle(tab: (typeof tabs)[number]): void {
  const { words } = useReader()
  function nameBars(): void {
    Taro.setNavigationBarTitle({ title: words[tab] })
    tabs.forEach((name, index) => {
      Taro.setTabBarItem({ index, text: words[name] })
    })
  }
  useDidShow(nameBars)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another language makes other names.
  useEffect(nameBars, [words])
}
