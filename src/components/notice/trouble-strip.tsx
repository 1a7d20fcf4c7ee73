import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Words } from '#reader/words'
import type { ErrorCode } from '#shared/errors'

type Props = { code: ErrorCode; words: Words; onRetry: () => void }

/** What is shown is the phone's own copy, since nothing newer could be loaded. */
export function TroubleStrip({ code, words, onRetry }: Props) {
  return (
    <View className="trouble-strip" {...aria({ role: 'status' })}>
      <Text>{code === 'OFFLINE' ? words.offlineCopy : words.staleCopy}</Text>
      <View
        className="trouble-strip__retry"
        hoverClass="pressed"
        onClick={onRetry}
        {...aria({ role: 'button' })}
      >
        {words.retry}
      </View>
    </View>
  )
}
