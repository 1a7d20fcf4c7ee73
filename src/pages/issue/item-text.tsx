import { Button, Text, View } from '@tarojs/components'
import { memo, useEffect, useState } from 'react'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { openWebAddress } from '#reader/open-web-address'
import type { Words } from '#reader/words'
import type { Item } from '#shared/newsletter/issue'
import { modeOfItem, type ReadingMode } from '#shared/newsletter/reading'
import { showItem } from '#shared/newsletter/shown-item'
import { HalfText } from './half-text'
import type { IssueSharing } from './use-issue-sharing'

type Props = {
  anchor: string
  item: Item
  readersDefault: ReadingMode
  /** What is chosen for this item when it is first shown. */
  firstChoice?: ReadingMode | null
  words: Words
  /** Where it says how it is read; absent where nothing is shared. */
  shared?: IssueSharing['shown'] | undefined
}

/**
 * One item with its own switch. It draws itself alone, so that a tap on the switch sends little more than its text:
 * the tree is flat and its names are short, since each value that changes is sent with the whole path to it.
 */
export const ItemText = memo(function ItemText({
  anchor,
  item,
  readersDefault,
  firstChoice = null,
  words,
  shared,
}: Props) {
  const [ownChoice, setOwnChoice] = useState(firstChoice)
  const [refused, setRefused] = useState<string | null>(null)
  const mode = modeOfItem(readersDefault, ownChoice)
  useEffect(() => {
    shared?.set(anchor, { item, mode })
  }, [shared, anchor, item, mode])
  // The second half is there even when it is empty: Taro sends a node's children all again when one of them leaves.
  const [first = null, second = null] = showItem(item, mode)
  const open = (address: string) => openWebAddress(address, setRefused)
  return (
    <View id={anchor} className={mode === 'both' ? 'item both' : 'item'}>
      <LanguageSwitch words={words} mode={mode} onChoose={setOwnChoice} scope="item" />
      <HalfText half={first} isFirst onOpen={open} />
      <HalfText half={second} onOpen={open} />
      {shared && (
        <Button
          className={(second ?? first)?.source ? 'share share--beside' : 'share'}
          openType="share"
          hoverClass="pressed"
          data-anchor={anchor}
        >
          {words.share}
        </Button>
      )}
      {refused !== null && (
        <Text className="item__address" userSelect>
          {refused}
        </Text>
      )}
    </View>
  )
})
