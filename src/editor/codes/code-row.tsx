import { Text, View } from '@tarojs/components'
import type { Reader } from '#reader/use-reader'
import type { Code } from '#shared/codes/endpoints'
import { Action } from '../components/action'
import { codesWordsIn } from '../words-codes'
import { CodeDetails } from './code-details'
import type { PossibleTargets } from './possible-targets'
import { targetInWords } from './target-in-words'

type Props = {
  code: Code
  targets: PossibleTargets
  reader: Reader
  isOpen: boolean
  onToggle: () => void
  onChanged: () => Promise<void>
}

/** One code: its channel, where it leads, and who came by it; by a tap its picture and what can be done with it. */
export function CodeRow({ code, targets, reader, isOpen, onToggle, onChanged }: Props) {
  const words = codesWordsIn(reader.language)
  const channel = code.channel ?? words.poster
  const isWithdrawn = code.state === 'withdrawn'
  const leads = isWithdrawn ? words.withdrawn : words.leads(targetInWords(code.target, targets, reader))
  const toggle = isOpen ? words.close : words.open
  return (
    <View>
      <View className="entry">
        <View className="entry__text">
          <Text className="entry__name">{channel}</Text>
          <Text className={isWithdrawn ? 'entry__note entry__note--grave' : 'entry__note'}>{leads}</Text>
          <Text className="entry__note">{words.readers(code.readers)}</Text>
        </View>
        <Action name={toggle} spoken={`${toggle}: ${channel}`} onTap={onToggle} />
      </View>
      {isOpen && (
        <CodeDetails code={code} channel={channel} targets={targets} reader={reader} onChanged={onChanged} />
      )}
    </View>
  )
}
