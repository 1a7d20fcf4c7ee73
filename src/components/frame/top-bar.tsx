import { Text, View } from '@tarojs/components'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { chooseMode, useReader } from '#reader/use-reader'
import type { ReadingMode } from '#shared/newsletter/reading'

type Props = {
  title: string
  onChoose?: (mode: ReadingMode) => void
}

/** Stays in sight under the navigation bar: where one is, and the switch for everything. */
export function TopBar({ title, onChoose = chooseMode }: Props) {
  const { words, mode } = useReader()
  return (
    <View className="top-bar">
      <Text className="top-bar__title">{title}</Text>
      <LanguageSwitch words={words} mode={mode} onChoose={onChoose} scope="default" />
    </View>
  )
}
