import { View } from '@tarojs/components'
import { aria } from '#components/aria'

const lines = ['masthead', 'short', 'title', 'long', 'long', 'middle', 'short', 'title', 'long', 'middle']

/** Where text will be, while it is being loaded. */
export function Skeleton({ label }: { label: string }) {
  return (
    <View className="skeleton" {...aria({ role: 'status', label })}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
        <View key={index} className={`skeleton__line skeleton__line--${line}`} />
      ))}
    </View>
  )
}
