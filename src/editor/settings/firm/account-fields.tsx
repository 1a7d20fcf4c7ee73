import { Text } from '@tarojs/components'
import type { Language } from '#shared/newsletter/bilingual'
import { Part } from '../../components/part'
import { firmWordsIn } from '../../words-firm'
import { SettingField } from '../setting-field'
import { CodeField } from './code-field'
import type { FirmForm, FirmProblems } from './firm-form'

type Props = {
  form: FirmForm
  problems: FirmProblems
  isOwner: boolean
  language: Language
  onChange: (fields: Partial<FirmForm>) => void
}

/** The firm's official account. */
export function AccountFields({ form, problems, isOwner, language, onChange }: Props) {
  const words = firmWordsIn(language)
  return (
    <Part title={words.account} hint={words.accountHint}>
      {!isOwner && form.name === '' && <Text className="said">{words.nothing}</Text>}
      <SettingField
        label={words.name}
        value={form.name}
        isOwner={isOwner}
        onChange={(name) => onChange({ name })}
        note={words.nameNote}
        wrong={problems.name && words.noName}
        longest={30}
      />
      <SettingField
        label={words.originalId}
        value={form.originalId}
        isOwner={isOwner}
        onChange={(originalId) => onChange({ originalId })}
        note={words.originalIdNote}
        wrong={problems.originalId && words.badOriginalId}
        longest={50}
      />
      <CodeField
        name={form.name}
        code={form.code}
        isOwner={isOwner}
        language={language}
        onChange={(code) => onChange({ code })}
      />
    </Part>
  )
}
