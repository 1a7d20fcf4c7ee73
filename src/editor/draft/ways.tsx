import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import type { DraftPart } from '../draft-on-page'

/** What is done with a draft on other pages. */
export function Ways({ inHand: { draft }, words }: Pick<DraftPart, 'inHand' | 'words'>) {
  return (
    <>
      <Action name={words.check} onTap={open(addresses.check(draft.id))} />
      <Action name={words.preview} onTap={open(addresses.preview(draft.id))} />
      <Action name={words.publish} onTap={open(addresses.publish(draft.id))} />
    </>
  )
}

/** Another draft has the same number, and where it is. */
export function SameNumber({ inHand: { sameNumberAs }, words }: Pick<DraftPart, 'inHand' | 'words'>) {
  if (sameNumberAs === null) return null
  return (
    <>
      <Text className="said said--grave" {...aria({ role: 'status' })}>
        {words.sameNumber}
      </Text>
      <Action name={words.openOther} onTap={open(addresses.draft(sameNumberAs))} />
    </>
  )
}

function open(url: string): () => void {
  return () => void Taro.navigateTo({ url })
}
