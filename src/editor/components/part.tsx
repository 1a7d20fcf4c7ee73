import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '#components/aria'

type Props = PropsWithChildren<{
  title: string
  /** What this part is about, where its title is not the whole story. */
  hint?: string
}>

/** A titled part of a page of the desk. */
export function Part({ title, hint, children }: Props) {
  return (
    <View className="part">
      <Text className="part__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      {hint !== undefined && <Text className="part__hint">{hint}</Text>}
      {children}
    </View>
  )
}
