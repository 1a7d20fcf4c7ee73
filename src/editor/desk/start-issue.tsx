import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '#cloud/call'
import { beginDraft } from '#shared/drafts/endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { firstText } from '#shared/newsletter/shown-text'
import { listSeries, type SeriesRecord } from '#shared/series/endpoints'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { Entry } from '../components/entry'
import { ImportLine } from '../components/import-line'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { documentImport, useImport } from '../use-import'
import type { DeskWords } from '../words-desk'

type Props = { words: DeskWords; language: Language }

/** A new issue, out of a document or without one. */
export function StartIssue({ words, language }: Props) {
  const state = useImport()
  const draftId = state?.state === 'done' ? state.draftId : null
  // The page is first shown before this part of it is there, and useDidShow does not hear of that.
  useEffect(() => void documentImport.resume(), [])
  useDidShow(() => void documentImport.resume())
  useEffect(() => {
    if (draftId === null) return
    documentImport.forget()
    Taro.navigateTo({ url: addresses.draft(draftId) })
  }, [draftId])
  return (
    <Part title={words.fromDocument} hint={words.documentHint}>
      <ImportLine name={words.chooseDocument} language={language} look="main" />
      <WithoutDocument words={words} language={language} />
    </Part>
  )
}

function WithoutDocument({ words, language }: Props) {
  const act = useAct(language)
  const [series, setSeries] = useState<readonly SeriesRecord[] | null>(null)

  const begin = (seriesId?: string) =>
    act.run(async () => {
      const { id } = await call(beginDraft, seriesId === undefined ? {} : { seriesId })
      setSeries(null)
      Taro.navigateTo({ url: addresses.draft(id) })
      return ''
    })
  const offer = () =>
    act.run(async () => {
      setSeries((await call(listSeries, {})).series)
      return ''
    })
  return (
    <>
      <Action
        name={words.newDraft}
        isBusy={act.isBusy}
        onTap={series === null ? offer : () => setSeries(null)}
      />
      {series !== null && (
        <>
          {series.map(({ id, title }) => (
            <Entry key={id} name={firstText(title, language)} onTap={() => begin(id)} />
          ))}
          <Entry name={words.withoutSeries} onTap={() => begin()} />
        </>
      )}
      <Said of={act} />
    </>
  )
}
