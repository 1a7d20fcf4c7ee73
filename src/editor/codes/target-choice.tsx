import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Reader } from '#reader/use-reader'
import type { Target } from '#shared/codes/target'
import { firstText } from '#shared/newsletter/shown-text'
import { Chips } from '../components/chips'
import { codesWordsIn } from '../words-codes'
import { IssueChoice } from './issue-choice'
import { LongChoice } from './long-choice'
import type { PossibleTargets } from './possible-targets'

type Props = {
  targets: PossibleTargets
  chosen: Target | null
  /** Null while a kind is chosen, and not yet which one. */
  onChoose: (target: Target | null) => void
  reader: Reader
}

const kinds: readonly Target['kind'][] = ['home', 'series', 'issue']

/** Where a code is to lead. */
export function TargetChoice({ targets, chosen, onChoose, reader }: Props) {
  const words = codesWordsIn(reader.language)
  const [kind, setKind] = useState(chosen?.kind ?? 'home')

  function chooseKind(next: Target['kind']): void {
    if (next === kind) return
    setKind(next)
    onChoose(next === 'home' ? { kind: 'home' } : null)
  }

  return (
    <>
      <View className="field">
        <Text className="field__label">{words.leadsTo}</Text>
      </View>
      <Chips
        label={words.leadsTo}
        choices={kinds.map((value) => ({ value, name: words.kinds[value] }))}
        chosen={kind}
        onChoose={chooseKind}
      />
      {kind === 'series' &&
        (targets.series.length === 0 ? (
          <Text className="said">{words.noSeries}</Text>
        ) : (
          <LongChoice
            label={words.whichSeries}
            choices={targets.series.map(({ id, title }) => ({
              value: id,
              name: firstText(title, reader.language),
            }))}
            chosen={chosen?.kind === 'series' ? chosen.seriesId : null}
            onChoose={(seriesId) => onChoose({ kind: 'series', seriesId })}
          />
        ))}
      {kind === 'issue' && (
        <IssueChoice
          targets={targets}
          chosen={chosen?.kind === 'issue' ? chosen.issueId : null}
          onChoose={(issueId) => onChoose({ kind: 'issue', issueId })}
          reader={reader}
        />
      )}
    </>
  )
}
