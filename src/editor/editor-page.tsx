import { Text } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '#components/aria'
import { Frame } from '#components/frame/frame'
import { usePageTitle } from './use-page-title'
import './newer-members'
import './editor-page.scss'

type Props = PropsWithChildren<{
  title: string
  /** Leaves room for two languages side by side, where the window has it. */
  isWide?: boolean
}>

/** A page of the desk. WeChat's own bar says its title; in a browser it stands above the page. */
export function EditorPage({ title, isWide = false, children }: Props) {
  usePageTitle(title)
  return (
    <Frame isWide={isWide}>
      {process.env.TARO_ENV === 'h5' && (
        <Text className="page-title" {...aria({ role: 'heading', level: 1 })}>
          {title}
        </Text>
      )}
      {children}
    </Frame>
  )
}
