import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import type { DraftPart } from '../draft-on-page'

/** What is done with a draft on other pages. */
export function Ways({ inHand: { draft, sameNumberAs }, words }: DraftPart) {
  const open = (url: string) => () => void Taro.navigateTo({ url })
  return (
    <>
      <View className="actions">
        <Action name={words.check} onTap={open(addresses.check(draft.id))} />
        <Action name={words.preview} onTap={open(addresses.preview(draft.id))} />
        <Action name={words.publish} onTap={open(addresses.publish(draft.id))} />
      </View>
      {sameNumberAs !== null && (
        <>
          <Text className="said said--grave" {...aria({ role: 'status' })}>
            {words.sameNumber}
          </Text>
          <Action name={words.openOther} onTap={open(addresses.draft(sameNumberAs))} />
        </>
      )}
    </>
  )
}
