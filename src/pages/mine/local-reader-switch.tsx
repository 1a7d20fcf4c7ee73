import { Text, View } from '@tarojs/components'
import { localReader } from '#cloud/local-reader'
import { aria } from '#components/aria'
import type { Words } from '#reader/words'

/** In the browser only: who reads, as far as the local cloud is concerned, and how to become somebody else. */
export function LocalReaderSwitch({ words }: { words: Words }) {
  function becomeAnother(): void {
    const name = window.prompt(words.localReader, localReader())
    if (name) window.location.search = `?as=${encodeURIComponent(name)}`
  }
  return (
    <View className="contact__line">
      <Text className="contact__value" userSelect>
        {localReader()}
      </Text>
      <View
        className="contact__action"
        hoverClass="pressed"
        onClick={becomeAnother}
        {...aria({ role: 'button' })}
      >
        {words.switchReader}
      </View>
    </View>
  )
}
