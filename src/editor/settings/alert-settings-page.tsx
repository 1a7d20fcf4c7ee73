import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import { useReader } from '#reader/use-reader'
import { getAlertSettings, saveAlertSettings } from '#shared/alerts/campaign-endpoints'
import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { listSeries, type SeriesRecord } from '#shared/series/endpoints'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { Said } from '../components/said'
import { EditorPage } from '../editor-page'
import { useAct } from '../use-act'
import { useAnswer } from '../use-answer'
import { alertSettingsWordsIn } from '../words-alert-settings'
import { settingsWordsIn } from '../words-settings'
import { type AlertForm, formOfAlertSettings, problemsOfAlertForm, settingsOfAlertForm } from './alert-form'
import { AlertNumbers } from './alert-numbers'
import { AlertTemplates } from './alert-templates'
import { askRole } from './ask-role'
import { QuietHours } from './quiet-hours'
import { TemplateChoice } from './template-choice'
import { TestAlert } from './test-alert'
import './settings.scss'

const ask = async () => {
  const [role, { settings, trouble }, { series }] = await Promise.all([
    askRole(),
    call(getAlertSettings, {}),
    call(listSeries, {}),
  ])
  return { isOwner: role === 'owner', settings, trouble, series }
}

/** How readers are told of an issue. */
export function AlertSettingsPage() {
  const { language } = useReader()
  return (
    <EditorPage title={alertSettingsWordsIn(language).title}>
      <AnswerView of={useAnswer(ask)} language={language}>
        {(value) => <AlertSettings {...value} language={language} />}
      </AnswerView>
    </EditorPage>
  )
}

type Props = {
  isOwner: boolean
  settings: unknown
  trouble: string | null
  series: readonly SeriesRecord[]
  language: Language
}

/** What is typed here is kept while the page is open, also where the cloud is asked again. */
function AlertSettings({ isOwner, settings, trouble, series, language }: Props) {
  const words = alertSettingsWordsIn(language)
  const [form, setForm] = useState(() => formOfAlertSettings(settings))
  const act = useAct(language)
  const change = (fields: Partial<AlertForm>) => setForm((before) => ({ ...before, ...fields }))
  const problems = problemsOfAlertForm(form)
  const part = { form, words, isOwner, onChange: change }

  const save = () =>
    act.run(async () => {
      if (Object.keys(problems).length > 0) return { trouble: words.wrongFields }
      try {
        await call(saveAlertSettings, { settings: settingsOfAlertForm(form) })
      } catch (thrown) {
        const { code, message } = AppError.from(thrown)
        if (code !== 'INVALID_INPUT') throw thrown
        return { trouble: `${words.refused} ${message}` }
      }
      return words.saved
    })

  return (
    <>
      {!isOwner && <Text className="said">{settingsWordsIn(language).readOnly}</Text>}
      {settings === null && trouble !== null && form.defaultTemplate === null && (
        <Text className="said said--grave">{trouble}</Text>
      )}
      <AlertTemplates {...part} />
      <TemplateChoice {...part} series={series} language={language} />
      <QuietHours {...part} problems={problems} />
      <AlertNumbers {...part} problems={problems} />
      {isOwner && <Action name={words.save} look="main" onTap={save} isBusy={act.isBusy} />}
      <Said of={act} />
      {isOwner && <TestAlert templates={Object.keys(form.templates)} language={language} />}
    </>
  )
}
