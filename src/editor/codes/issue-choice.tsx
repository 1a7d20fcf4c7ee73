import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Reader } from '#reader/use-reader'
import type { EndpointOutput } from '#shared/endpoint'
import { listIssues } from '#shared/issues/endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { Action } from '../components/action'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { codesWordsIn } from '../words-codes'
import { LongChoice } from './long-choice'
import type { PossibleTargets } from './possible-targets'
import { issueInWords } from './target-in-words'

type Props = {
  targets: PossibleTargets
  chosen: string | null
  onChoose: (issueId: string) => void
  reader: Reader
}

/** One of the published issues, the newest first. */
export function IssueChoice({ targets, chosen, onChoose, reader }: Props) {
  const words = codesWordsIn(reader.language)
  const [earlier, setEarlier] = useState<readonly EndpointOutput<typeof listIssues>[]>([])
  const act = useAct(reader.language)
  const issues = [targets, ...earlier].flatMap((page) => page.issues)
  const { next } = earlier[earlier.length - 1] ?? targets
  const extend = (cursor: string) =>
    act.run(async () => {
      const page = await call(listIssues, { cursor, limit: 50 })
      setEarlier((before) => [...before, page])
      return ''
    })
  if (issues.length === 0) return <Text className="said">{words.noIssues}</Text>
  return (
    <>
      <LongChoice
        label={words.whichIssue}
        choices={issues.map((issue) => ({
          value: issue.id,
          name: issueInWords(issue, reader),
          note: firstText(issue.headlines[0] ?? issue.publication, reader.language),
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {next !== null && <Action name={words.earlierIssues} isBusy={act.isBusy} onTap={() => extend(next)} />}
      <Said of={act} />
    </>
  )
}
