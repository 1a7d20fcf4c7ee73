import { Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { openWebAddress } from '#reader/open-web-address'
import type { Words } from '#reader/words'
import type { Item } from '#shared/newsletter/issue'
import { modeOfItem, type ReadingMode } from '#shared/newsletter/reading'
import { type ShownHalf, showItem } from '#shared/newsletter/shown-item'
import { HalfText } from './half-text'

type Props = { anchor: string; item: Item; readersDefault: ReadingMode; words: Words }

/** One item with its own switch. It draws itself alone, so that a tap on the switch sends nothing but its own text. */
export const ItemText = memo(function ItemText({ anchor, item, readersDefault, words }: Props) {
  const [ownChoice, setOwnChoice] = useState<ReadingMode | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const mode = modeOfItem(readersDefault, ownChoice)
  const halves = showItem(item, mode)
  return (
    <View id={anchor} className="item">
      <View className="item__head">
        <LanguageSwitch words={words} mode={mode} onChoose={setOwnChoice} scope="item" />
      </View>
      <View {...(mode === 'both' ? besideEachOther(halves) : { className: 'item__halves' })}>
        {halves.map((half, index) => (
          <HalfText
            key={index === 0 ? 'first' : 'second'}
            half={half}
            onOpen={(address) => openWebAddress(address, setRefused)}
          />
        ))}
      </View>
      {refused !== null && (
        <Text className="item__address" userSelect>
          {refused}
        </Text>
      )}
    </View>
  )
})

/** The styles set the halves' rows beside each other, and have to be told how many there are. */
function besideEachOther(halves: readonly ShownHalf[]): { className: string; style: string } {
  const rows = Math.max(...halves.map(({ body }) => body?.paragraphs.length ?? 0)) + 3
  return { className: 'item__halves item__halves--both', style: `--rows:${rows}` }
}
