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
import type { PossibleTargets } from './possible-targets'
import { TargetChoice } from './target-choice'

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
      <CodePicture token={token} channel={channel} language={reader.language} />
      <Text className="entry__note">{words.madeOn(momentInWords(createdAt, reader.words))}</Text>
      <View className="actions">
        <Action
          name={isPointing ? words.close : isActive ? words.pointElsewhere : words.useAgain}
          onTap={() => setPointing(!isPointing)}
        />
        {isActive && !isPointing && (
          <SureAction
            name={words.withdraw}
            question={words.withdrawQuestion}
            confirm={words.withdrawConfirm}
            cancel={words.keep}
            isBusy={act.isBusy}
            onSure={() => change(null, words.withdrawnNow)}
          />
        )}
      </View>
      {isPointing && (
        <Pointing
          code={code}
          targets={targets}
          reader={reader}
          isBusy={act.isBusy}
          onPoint={(target) => change(target, words.pointed)}
        />
      )}
      <Said of={act} />
    </View>
  )
}

type PointingProps = Pick<Props, 'code' | 'targets' | 'reader'> & {
  isBusy: boolean
  onPoint: (target: Target) => void
}

function Pointing({ code, targets, reader, isBusy, onPoint }: PointingProps) {
  const [target, setTarget] = useState<Target | null>(code.target)
  const isAsBefore = code.state === 'active' && JSON.stringify(target) === JSON.stringify(code.target)
  return (
    <>
      <TargetChoice targets={targets} chosen={target} onChoose={setTarget} reader={reader} />
      {target !== null && !isAsBefore && (
        <Action
          name={codesWordsIn(reader.language).pointHere}
          look="main"
          isBusy={isBusy}
          onTap={() => onPoint(target)}
        />
      )}
    </>
  )
}
