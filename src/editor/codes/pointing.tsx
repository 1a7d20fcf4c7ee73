import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Reader } from '#reader/use-reader'
import type { Code } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import { Action } from '../components/action'
import { codesWordsIn } from '../words-codes'
import type { PossibleTargets } from './possible-targets'
import { TargetChoice } from './target-choice'

type Props = {
  code: Code
  targets: PossibleTargets
  reader: Reader
  isBusy: boolean
  onPoint: (target: Target) => void
  onCancel: () => void
}

/** Where a code that may be printed is to lead from now on. */
export function Pointing({ code, targets, reader, isBusy, onPoint, onCancel }: Props) {
  const words = codesWordsIn(reader.language)
  const [target, setTarget] = useState<Target | null>(code.target)
  const isAsBefore = code.state === 'active' && JSON.stringify(target) === JSON.stringify(code.target)
  return (
    <>
      <TargetChoice targets={targets} chosen={target} onChoose={setTarget} reader={reader} />
      {target !== null && !isAsBefore && (
        <Action name={words.pointHere} look="main" isBusy={isBusy} onTap={() => onPoint(target)} />
      )}
      <View className="actions">
        <Action name={words.cancel} onTap={onCancel} />
      </View>
    </>
  )
}
