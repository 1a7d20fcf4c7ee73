import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { isSinglePage } from './platform'
import { useReader } from './use-reader'
import type { Words } from './words'

/** The tabs in their order. */
const tabs = ['issues', 'mine'] as const
type Tab = (typeof tabs)[number]

/**
 * WeChat's own bars, in the interface's language. They belong to the page that is shown, so a tab that lies under
 * another page waits until it is shown again.
 */
export function useTabTitle(tab: Tab): void {
  const { words } = useReader()
  const shown = useRef(false)
  useDidShow(() => {
    shown.current = true
    nameBars(tab, words)
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (shown.current) nameBars(tab, words)
  }, [tab, words])
}

function nameBars(shownTab: Tab, words: Words): void {
  if (isSinglePage) return
  Taro.setNavigationBarTitle({ title: words[shownTab] })
  tabs.forEach((tab, index) => {
    Taro.setTabBarItem({ index, text: words[tab] })
  })
}
