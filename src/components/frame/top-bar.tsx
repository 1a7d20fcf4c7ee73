import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { chooseMode, useReader } from '#reader/use-reader'
import type { ReadingMode } from '#shared/newsletter/reading'

type Props = {
  title: string
  /** Where the title leads back to; WeChat's own bar has a button for it, a browser's window has none. */
  onBack?: () => void
  onChoose?: (mode: ReadingMode) => void
}

/** Stays in sight under the navigation bar: where one is, and the switch for everything. */
export function TopBar({ title, onBack, onChoose = chooseMode }: Props) {
  const { words, mode } = useReader()
  const back = onBack ? { onClick: onBack, ...aria({ role: 'link' }) } : {}
  return (
    <View className="top-bar">
      <Text className={onBack ? 'top-bar__title top-bar__title--back' : 'top-bar__title'} {...back}>
        {title}
      </Text>
      <LanguageSwitch words={words} mode={mode} onChoose={onChoose} scope="default" />
    </View>
  )
}
