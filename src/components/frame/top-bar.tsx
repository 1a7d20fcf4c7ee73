import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import type { Places } from '#reader/page-geometry'
import { useChooseInPlace } from '#reader/use-choose-in-place'
import { useReader } from '#reader/use-reader'

type Props = {
  title: string
  /** What on the page has to stay where it is when the language changes. */
  places: Places
  /** Where the title leads back to; WeChat's own bar has a button for it, a browser's window has none. */
  onBack?: () => void
}

/** Stays in sight under the navigation bar: where one is, and the switch for everything. */
export function TopBar({ title, places, onBack }: Props) {
  const { words, mode } = useReader()
  const chooseMode = useChooseInPlace(mode, places)
  const back = onBack ? { onClick: onBack, ...aria({ role: 'link' }) } : {}
  return (
    <View className="top-bar">
      <Text className={onBack ? 'top-bar__title top-bar__title--back' : 'top-bar__title'} {...back}>
        {title}
      </Text>
      <LanguageSwitch words={words} mode={mode} onChoose={chooseMode} scope="default" />
    </View>
  )
}
