import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import type { DeskWords } from '../words-desk'

/** Who one is here, and what else there is at the desk: above the drafts, which may be many. */
export function Ways({ words, who }: { words: DeskWords; who: string }) {
  const open = (url: string) => () => void Taro.navigateTo({ url })
  return (
    <View className="desk-ways">
      <Text className="desk-ways__who">{who}</Text>
      <Action name={words.watch} onTap={open(addresses.watch)} />
      <Action name={words.codes} onTap={open(addresses.codes)} />
      <Action name={words.settings} onTap={open(addresses.settings)} />
    </View>
  )
}
