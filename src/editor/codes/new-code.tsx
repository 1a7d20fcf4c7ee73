import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Reader } from '#reader/use-reader'
import { createCode } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { TextField } from '../components/text-field'
import { useAct } from '../use-act'
import { codesWordsIn } from '../words-codes'
import type { PossibleTargets } from './possible-targets'
import { TargetChoice } from './target-choice'

type Props = {
  targets: PossibleTargets
  reader: Reader
  onMade: (token: string) => void
  /** Reads the list anew, also where it is not known whether one was made. */
  onDone: () => Promise<void>
}

/** Makes a code: for which channel, and where it leads. */
export function NewCode({ targets, reader, onMade, onDone }: Props) {
  const words = codesWordsIn(reader.language)
  const [isOpen, setOpen] = useState(false)
  const [channel, setChannel] = useState('')
  const [target, setTarget] = useState<Target | null>({ kind: 'home' })
  const act = useAct(reader.language, {
    CONFLICT: words.cannotMake,
    NOT_FOUND: words.targetGone,
    OFFLINE: words.unknownOutcome,
  })

  const make = (aim: Target) =>
    act
      .run(async () => {
        const { code } = await call(createCode, { target: aim, channel })
        onMade(code.token)
        setOpen(false)
        setChannel('')
        setTarget({ kind: 'home' })
        return words.made
      })
      .then(onDone)

  const open = async () => {
    setOpen(true)
    return ''
  }

  return (
    <Part title={words.newCode} hint={words.hint}>
      {isOpen ? (
        <>
          <TextField
            label={words.channel}
            value={channel}
            onChange={setChannel}
            example={words.channelExample}
            note={words.channelHint}
            longest={40}
          />
          <TargetChoice targets={targets} chosen={target} onChoose={setTarget} reader={reader} />
          {channel.trim() !== '' && target !== null && (
            <Action name={words.make} look="main" isBusy={act.isBusy} onTap={() => make(target)} />
          )}
          <View className="actions">
            <Action name={words.cancel} onTap={() => setOpen(false)} />
          </View>
        </>
      ) : (
        <Action name={words.newCode} look="main" isBusy={act.isBusy} onTap={() => act.run(open)} />
      )}
      <Said of={act} />
    </Part>
  )
}
