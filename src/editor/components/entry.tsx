import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '#components/aria'

type Props = PropsWithChildren<{
  name: string
  note?: string
  isGrave?: boolean
  /** What a tap opens; without it the line only tells. */
  onTap?: () => void
}>

/** A line of a list: its name, a note below it, and what stands at its right. */
export function Entry({ name, note, isGrave = false, onTap, children }: Props) {
  const leads = onTap ? { hoverClass: 'pressed', onClick: onTap, ...aria({ role: 'link' }) } : {}
  return (
    <View className={onTap ? 'entry entry--leads' : 'entry'} {...leads}>
      <View className="entry__text">
        <Text className="entry__name">{name}</Text>
        {note !== undefined && (
          <Text className={isGrave ? 'entry__note entry__note--grave' : 'entry__note'}>{note}</Text>
        )}
      </View>
      {children}
    </View>
  )
}
