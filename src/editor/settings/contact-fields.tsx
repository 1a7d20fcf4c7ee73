import type { SettingsWords } from '../words-settings'
import type { ContactForm, ContactProblems } from './contact-form'
import { SettingField } from './setting-field'

type Props = {
  contact: ContactForm
  problems: ContactProblems
  isOwner: boolean
  words: SettingsWords
  onChange: (contact: ContactForm) => void
}

/** How a firm is reached. */
export function ContactFields({ contact, problems, isOwner, words, onChange }: Props) {
  const { offices } = contact
  const put = (fields: Partial<ContactForm>) => onChange({ ...contact, ...fields })
  return (
    <>
      <SettingField
        label={words.website}
        value={contact.website}
        isOwner={isOwner}
        onChange={(website) => put({ website })}
        wrong={problems.website && words.notAWebsite}
      />
      <SettingField
        label={words.email}
        value={contact.email}
        isOwner={isOwner}
        onChange={(email) => put({ email })}
      />
      {(['tel', 'fax'] as const).map((name) => (
        <SettingField
          key={name}
          label={words[name]}
          value={contact[name]}
          isOwner={isOwner}
          onChange={(text) => put({ [name]: text })}
          note={words.onePerLine}
          isLong
        />
      ))}
      <SettingField
        label={words.officesZh}
        value={offices.zh}
        isOwner={isOwner}
        onChange={(zh) => put({ offices: { ...offices, zh } })}
        note={words.onePerLine}
        isLong
      />
      <SettingField
        label={words.officesEn}
        value={offices.en}
        isOwner={isOwner}
        onChange={(en) => put({ offices: { ...offices, en } })}
        note={words.onePerLine}
        isLong
      />
    </>
  )
}
