import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Firm } from '#shared/firm/endpoints'
import { saveFirm } from '#shared/firm/owner-endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../../components/action'
import { Part } from '../../components/part'
import { Said } from '../../components/said'
import { useAct } from '../../use-act'
import { firmWordsIn } from '../../words-firm'
import { settingsWordsIn } from '../../words-settings'
import { ContactFields } from '../contact-fields'
import { AccountFields } from './account-fields'
import { type FirmForm, firmOfForm, formOfFirm, problemsOfFirm } from './firm-form'

type Props = { isOwner: boolean; firm: Firm; language: Language }

/** What is typed here is kept while the page is open, also where the cloud is asked again. */
export function FirmEditor({ isOwner, firm, language }: Props) {
  const words = firmWordsIn(language)
  const settingsWords = settingsWordsIn(language)
  const [form, setForm] = useState(() => formOfFirm(firm))
  const act = useAct(language, { INVALID_INPUT: words.refused })
  const problems = problemsOfFirm(form)
  const change = (fields: Partial<FirmForm>) => setForm((before) => ({ ...before, ...fields }))

  const save = () =>
    act.run(async () => {
      if (Object.keys(problems).length > 0) return { trouble: settingsWords.wrongFields }
      await call(saveFirm, { firm: firmOfForm(form) })
      return settingsWords.saved
    })

  return (
    <>
      {!isOwner && <Text className="said">{settingsWords.readOnly}</Text>}
      <AccountFields
        form={form}
        problems={problems}
        isOwner={isOwner}
        language={language}
        onChange={change}
      />
      <Part title={words.contact} hint={words.contactHint}>
        {!isOwner && firm.contact === null && <Text className="said">{words.nothing}</Text>}
        <ContactFields
          contact={form.contact}
          problems={problems}
          isOwner={isOwner}
          words={settingsWords}
          onChange={(contact) => change({ contact })}
        />
      </Part>
      {isOwner && <Action name={settingsWords.save} look="main" onTap={save} isBusy={act.isBusy} />}
      <Said of={act} />
    </>
  )
}
