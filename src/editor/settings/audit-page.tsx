import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import { DOT } from '#reader/dot'
import { type Reader, useReader } from '#reader/use-reader'
import { listAudit } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { momentInWords } from '../beijing-time'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { Said } from '../components/said'
import { EditorPage } from '../editor-page'
import { useAct } from '../use-act'
import { useAnswer } from '../use-answer'
import { settingsWordsIn } from '../words-settings'
import { AuditEntry } from './audit-entry'
import './settings.scss'

type Page = EndpointOutput<typeof listAudit>

const ask = () => call(listAudit, {})

/** What was done at the desk, the latest first. */
export function AuditPage() {
  const reader = useReader()
  const { language } = reader
  return (
    <EditorPage title={settingsWordsIn(language).audit}>
      <AnswerView of={useAnswer(ask)} language={language}>
        {(first) => <Trail key={first.entries[0]?.id ?? ''} first={first} reader={reader} />}
      </AnswerView>
    </EditorPage>
  )
}

/** The first page, and those that were asked for since. */
function Trail({ first, reader }: { first: Page; reader: Reader }) {
  const words = settingsWordsIn(reader.language)
  const act = useAct(reader.language)
  const [later, setLater] = useState<readonly Page[]>([])
  const pages = [first, ...later]
  const next = pages[pages.length - 1]?.next ?? null
  const more = (cursor: string) =>
    act.run(async () => {
      const page = await call(listAudit, { cursor })
      setLater((before) => [...before, page])
      return ''
    })
  if (first.entries.length === 0) return <Text className="said">{words.nothingDone}</Text>
  return (
    <View>
      {pages.map(({ entries }) =>
        entries.map((entry) => (
          <AuditEntry
            key={entry.id}
            entry={entry}
            note={[entry.by === '' ? words.nobody : entry.by, momentInWords(entry.at, reader.words)].join(
              DOT,
            )}
            words={words}
          />
        )),
      )}
      <Said of={act} />
      {next !== null && <Action name={words.more} onTap={() => more(next)} isBusy={act.isBusy} />}
    </View>
  )
}
