import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '../components/action'
import { Chips } from '../components/chips'
import { TextField } from '../components/text-field'
import type { CheckWords } from '../words-check'

type Props = {
  reasons: readonly string[]
  words: CheckWords
  onChoose: (reason: string) => void
  onCancel: () => void
}

/** Why a mark is none: a usual reason by one tap, or one's own words. */
export function ReasonChoice({ reasons, words, onChoose, onCancel }: Props) {
  const [own, setOwn] = useState('')
  const reason = own.trim()
  return (
    <View className="reasons">
      <Text className="entry__note">{words.dismissHint}</Text>
      <Chips
        label={words.dismissHint}
        choices={reasons.map((each) => ({ value: each, name: each }))}
        chosen={null}
        onChoose={onChoose}
      />
      <TextField label={words.ownReason} value={own} onChange={setOwn} />
      <View className="actions">
        {reason !== '' && <Action name={words.dismissAct} onTap={() => onChoose(reason)} />}
        <Action name={words.cancel} onTap={onCancel} />
      </View>
    </View>
  )
}
