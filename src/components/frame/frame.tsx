import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useReader } from '#reader/use-reader'

/** Every page's outermost view: the column, and the reader's text size. */
export function Frame({ children }: PropsWithChildren) {
  const { textStep, language } = useReader()
  return <View className={`frame frame--${language} text-${textStep}`}>{children}</View>
}
