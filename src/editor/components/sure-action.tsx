import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from './action'

type Props = {
  name: string
  /** What will happen, and that it cannot be undone. */
  question: string
  confirm: string
  cancel: string
  onSure: () => Promise<void>
  isBusy?: boolean
}

/** What cannot be undone is asked about once more, in its own place. */
export function SureAction({ name, question, confirm, cancel, onSure, isBusy = false }: Props) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) return <Action name={name} look="grave" onTap={() => setAsking(true)} isBusy={isBusy} />
  return (
    <View className="sure">
      <Text className="said said--grave">{question}</Text>
      {/* Cancelling stands first: a second tap of an unsteady finger must not confirm. */}
      <View className="actions">
        <Action name={cancel} onTap={() => setAsking(false)} />
        <Action
          name={confirm}
          look="grave"
          isBusy={isBusy}
          onTap={() => onSure().finally(() => setAsking(false))}
        />
      </View>
    </View>
  )
}
