import { Text, View } from '@tarojs/components'
import type { IssueListing } from '#cloud/issue-listing'
import { aria } from '#components/aria'
import type { Words } from '#reader/words'

type Props = { listing: IssueListing; loading: boolean; words: Words; onMore: () => void }

/** Below the last issue: the next page comes by itself at the bottom, or by a tap where it did not. */
export function ListEnd({ listing: { next, nextTrouble }, loading, words, onMore }: Props) {
  if (next === null) return null
  if (loading) return <View className="list-end">{words.loading}</View>
  const why = nextTrouble === 'OFFLINE' ? words.offline : words.failed
  return (
    <View className="list-end" hoverClass="pressed" onClick={onMore} {...aria({ role: 'button' })}>
      {nextTrouble && <Text className="list-end__trouble">{why}</Text>}
      <Text>{nextTrouble ? words.retry : words.more}</Text>
    </View>
  )
}
