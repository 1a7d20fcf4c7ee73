import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useReader } from '#reader/use-reader'

type Props = PropsWithChildren<{
  /** Leaves room for two languages side by side, where the window has it. */
  isWide?: boolean
}>

/** Every page's outermost view: the column, and the reader's text size. */
export function Frame({ isWide = false, children }: Props) {
  const { textStep, language } = useReader()
  const width = isWide ? 'frame frame--wide' : 'frame'
  return <View className={`${width} frame--${language} text-${textStep}`}>{children}</View>
}
