import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Reader } from '#reader/use-reader'
import type { DraftSummary } from '#shared/drafts/draft'
import { listDrafts } from '#shared/drafts/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { useAnswer } from '../use-answer'
import { sendUnsaved } from '../use-draft'
import type { DeskWords } from '../words-desk'
import { DraftRow } from './draft-row'

type Page = EndpointOutput<typeof listDrafts>
type Props = { words: DeskWords; reader: Reader }

/** What this phone could not send before belongs into the list. */
async function ask(): Promise<Page> {
  await sendUnsaved()
  return call(listDrafts, {})
}

/** What is being prepared and what was, the latest changed first. */
export function DraftList({ words, reader }: Props) {
  const first = useAnswer(ask)
  return (
    <Part title={words.drafts}>
      <AnswerView of={first} language={reader.language}>
        {(page) => <Pages first={page} words={words} reader={reader} />}
      </AnswerView>
    </Part>
  )
}

function Pages({ first, words, reader }: Props & { first: Page }) {
  const [later, setLater] = useState<Page[]>([])
  const act = useAct(reader.language)
  const { next } = later[later.length - 1] ?? first
  const drafts = withoutRepeats([first, ...later].flatMap((page) => page.drafts))
  const extend = (cursor: string) =>
    act.run(async () => {
      const page = await call(listDrafts, { cursor })
      setLater((before) => [...before, page])
      return ''
    })
  if (drafts.length === 0)
    return (
      <View className="empty">
        <View className="empty__title">{words.noDrafts}</View>
        <View className="empty__hint">{words.noDraftsHint}</View>
      </View>
    )
  return (
    <>
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} words={words} reader={reader} />
      ))}
      {next !== null && <Action name={words.earlier} isBusy={act.isBusy} onTap={() => extend(next)} />}
      <Said of={act} />
    </>
  )
}

/** One that was changed between two pages comes with both. */
function withoutRepeats(drafts: readonly DraftSummary[]): DraftSummary[] {
  const known = new Set<string>()
  return drafts.filter(({ id }) => !known.has(id) && known.add(id))
}
