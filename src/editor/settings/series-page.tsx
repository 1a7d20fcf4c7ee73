import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '#cloud/call'
import { useReader } from '#reader/use-reader'
import { AppError } from '#shared/errors'
import { issueIdOf } from '#shared/newsletter/issue-address'
import { firstText } from '#shared/newsletter/shown-text'
import { listSeries, type SeriesRecord, saveSeries } from '#shared/series/endpoints'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { EditorPage } from '../editor-page'
import { useAct } from '../use-act'
import { useAnswer } from '../use-answer'
import { settingsWordsIn } from '../words-settings'
import { askRole } from './ask-role'
import { OtherTitles } from './other-titles'
import { SeriesDefaults } from './series-defaults'
import { emptySeries, formOfSeries, problemsOfSeries, type SeriesForm, seriesOfForm } from './series-form'
import { SettingField } from './setting-field'

/** One series: its names, its numbering, and what its issues have in common. */
export function SeriesPage() {
  const { language } = useReader()
  const id = issueIdOf(useRouter().params)
  const ask = useCallback(async () => {
    const [role, series] = await Promise.all([askRole(), findSeries(id)])
    return { isOwner: role === 'owner', series }
  }, [id])
  const answer = useAnswer(ask)
  const series = answer.answer.state === 'shown' ? answer.answer.value.series : null
  const words = settingsWordsIn(language)
  return (
    <EditorPage
      title={series ? firstText(series.title, language) : id === null ? words.newSeriesName : words.series}
    >
      <AnswerView of={answer} language={language}>
        {(value) => <SeriesEditor {...value} language={language} />}
      </AnswerView>
    </EditorPage>
  )
}

async function findSeries(id: string | null): Promise<SeriesRecord | null> {
  if (id === null) return null
  const { series } = await call(listSeries, {})
  const found = series.find((one) => one.id === id)
  if (!found) throw new AppError('NOT_FOUND', `There is no series ${id}.`)
  return found
}

type EditorProps = { isOwner: boolean; series: SeriesRecord | null; language: 'zh' | 'en' }

/** What is typed here is kept while the page is open, also where the cloud is asked again. */
function SeriesEditor({ isOwner, series, language }: EditorProps) {
  const words = settingsWordsIn(language)
  const [form, setForm] = useState<SeriesForm>(() => (series ? formOfSeries(series) : emptySeries))
  const [id, setId] = useState(series?.id ?? null)
  // Nothing is wrong with a series that nobody has begun to fill in.
  const [isTried, setTried] = useState(series !== null)
  const act = useAct(language, { CONFLICT: words.titleTaken })
  const problems = problemsOfSeries(form)
  const change = (fields: Partial<SeriesForm>) => setForm((before) => ({ ...before, ...fields }))
  const part = { form, isOwner, words, onChange: change }

  const save = () =>
    act.run(async () => {
      setTried(true)
      if (Object.keys(problems).length > 0) return { trouble: words.wrongFields }
      const saved = seriesOfForm(id, form)
      await call(saveSeries, { series: saved })
      setId(saved.id)
      return words.saved
    })

  return (
    <>
      {!isOwner && <Text className="said">{words.readOnly}</Text>}
      <Part title={words.titles}>
        <SettingField
          label={words.titleZh}
          value={form.title.zh}
          isOwner={isOwner}
          onChange={(zh) => change({ title: { ...form.title, zh } })}
          wrong={isTried && problems.title ? words.noTitle : undefined}
          isLong
          {...(id === null && { note: words.noTitle })}
        />
        <SettingField
          label={words.titleEn}
          value={form.title.en}
          isOwner={isOwner}
          onChange={(en) => change({ title: { ...form.title, en } })}
          isLong
        />
      </Part>
      <OtherTitles {...part} />
      <Part title={words.numbering}>
        <SettingField
          label={words.nextNumber}
          value={form.nextNumber}
          isOwner={isOwner}
          onChange={(nextNumber) => change({ nextNumber })}
          note={words.nextNumberHint}
          wrong={problems.nextNumber && words.notANumber}
          isNumber
        />
      </Part>
      <SeriesDefaults {...part} problems={problems} />
      {isOwner && <Action name={words.save} look="main" onTap={save} isBusy={act.isBusy} />}
      <Said of={act} />
    </>
  )
}
