import { Text, View } from '@tarojs/components'
import type { Reader } from '#reader/use-reader'
import type { Code } from '#shared/codes/endpoints'
import { Action } from '../components/action'
import { codesWordsIn } from '../words-codes'
import { CodeDetails } from './code-details'
import type { PossibleTargets } from './possible-targets'
import { type LedTo, targetInWords } from './target-in-words'

type Props = {
  code: Code
  ledTo: LedTo
  targets: PossibleTargets
  reader: Reader
  isOpen: boolean
  onToggle: () => void
  onChanged: () => Promise<void>
}

/** One code: its channel, where it leads, and who came by it; by a tap its picture and what can be done with it. */
export function CodeRow({ code, ledTo, targets, reader, isOpen, onToggle, onChanged }: Props) {
  const words = codesWordsIn(reader.language)
  const channel = code.isPoster || code.channel === null ? words.poster(code.channel) : code.channel
  const isActive = code.state === 'active'
  const target = isActive ? targetInWords(code.target, ledTo, reader) : null
  const nowhere = isActive ? words.leadsNowhere : words.withdrawn
  const toggle = isOpen ? words.close : words.open
  return (
    <View>
      <View className="entry">
        <View className="entry__text">
          <Text className="entry__name">{channel}</Text>
          <Text className={target === null ? 'entry__note entry__note--grave' : 'entry__note'}>
            {target === null ? nowhere : words.leads(target)}
          </Text>
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
