import { View } from '@tarojs/components'
import { call } from '#cloud/call'
import { openPanel } from '#cloud/panel'
import { sendTestAlert } from '#shared/alerts/campaign-endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { wechatCodeInWords } from '../wechat-code-words'
import { alertSettingsWordsIn } from '../words-alert-settings'

type Props = { templates: readonly string[]; language: Language }

/** One alert to whoever taps, by the settings that are saved. */
export function TestAlert({ templates, language }: Props) {
  const words = alertSettingsWordsIn(language)
  const act = useAct(language)

  /** WeChat opens its panel in the tap itself only: nothing is waited for before it. */
  const send = (templateId: string) => {
    const asked = openPanel([templateId])
    return act.run(async () => {
      const answer = await asked
      if (answer.kind === 'failed') return { trouble: words.noPanel }
      if (!answer.results[templateId]?.startsWith('accept')) return { trouble: words.testRefused }
      const { code, message } = await call(sendTestAlert, { templateId })
      if (code === null) return words.testSent
      const meaning = wechatCodeInWords(code, language)
      return { trouble: `${words.testFailed} ${meaning === null ? message : `${meaning} (${code})`}` }
    })
  }

  if (templates.length === 0) return null
  return (
    <Part title={words.test} hint={words.testHint}>
      <View className="actions">
        {templates.map((id) => (
          <Action
            key={id}
            name={templates.length === 1 ? words.sendTest : `${words.sendTest} ${id}`}
            onTap={() => send(id)}
            isBusy={act.isBusy}
          />
        ))}
      </View>
      <Said of={act} />
    </Part>
  )
}
