import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Reader } from '#reader/use-reader'
import { type Code, changeCode } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import { momentInWords } from '../beijing-time'
import { Action } from '../components/action'
import { Said } from '../components/said'
import { SureAction } from '../components/sure-action'
import { useAct } from '../use-act'
import { codesWordsIn } from '../words-codes'
import { CodePicture } from './code-picture'
import { Pointing } from './pointing'
import type { PossibleTargets } from './possible-targets'

type Props = {
  code: Code
  /** As the page calls it. */
  channel: string
  targets: PossibleTargets
  reader: Reader
  onChanged: () => Promise<void>
}

/** A code's picture, and the ways to point it elsewhere and to withdraw it. */
export function CodeDetails({ code, channel, targets, reader, onChanged }: Props) {
  const { token, revision, state, createdAt } = code
  const words = codesWordsIn(reader.language)
  const [isPointing, setPointing] = useState(false)
  const act = useAct(reader.language, { CONFLICT: words.changedMeanwhile, NOT_FOUND: words.targetGone })
  const change = (target: Target | null, done: string) =>
    act
      .run(async () => {
        await call(changeCode, { token, revision, target })
        setPointing(false)
        return done
      })
      .then(onChanged)
  const isActive = state === 'active'
  return (
    <View className="code">
      <CodePicture token={token} channel={channel} isForPrint={!code.isPoster} language={reader.language} />
      <Text className="entry__note">{words.madeOn(momentInWords(createdAt, reader.words))}</Text>
      {isPointing ? (
        <Pointing
          code={code}
          targets={targets}
          reader={reader}
          isBusy={act.isBusy}
          onPoint={(target) => change(target, words.pointed)}
          onCancel={() => setPointing(false)}
        />
      ) : (
        <View className="actions">
          <Action name={isActive ? words.pointElsewhere : words.useAgain} onTap={() => setPointing(true)} />
          {isActive && (
            <SureAction
              name={words.withdraw}
              question={code.isPoster ? words.withdrawPoster : words.withdrawQuestion}
              confirm={words.withdrawConfirm}
              cancel={words.keep}
              isBusy={act.isBusy}
              onSure={() => change(null, words.withdrawnNow)}
            />
          )}
        </View>
      )}
      <Said of={act} />
    </View>
  )
}
