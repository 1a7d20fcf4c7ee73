import { Part } from '../components/part'
import type { SettingsWords } from '../words-settings'
import { ContactFields } from './contact-fields'
import type { SeriesForm, SeriesProblems } from './series-form'
import { SettingField } from './setting-field'

type Props = {
  form: SeriesForm
  problems: SeriesProblems
  isOwner: boolean
  words: SettingsWords
  onChange: (fields: Partial<SeriesForm>) => void
}

/** What is offered where an issue of the series lacks it. */
export function SeriesDefaults({ form, problems, isOwner, words, onChange }: Props) {
  const { publication, disclaimer } = form
  return (
    <Part title={words.defaults} hint={words.defaultsHint}>
      <SettingField
        label={words.publicationZh}
        value={publication.zh}
        isOwner={isOwner}
        onChange={(zh) => onChange({ publication: { ...publication, zh } })}
      />
      <SettingField
        label={words.publicationEn}
        value={publication.en}
        isOwner={isOwner}
        onChange={(en) => onChange({ publication: { ...publication, en } })}
      />
      <SettingField
        label={words.disclaimerZh}
        value={disclaimer.zh}
        isOwner={isOwner}
        onChange={(zh) => onChange({ disclaimer: { ...disclaimer, zh } })}
        isLong
      />
      <SettingField
        label={words.disclaimerEn}
        value={disclaimer.en}
        isOwner={isOwner}
        onChange={(en) => onChange({ disclaimer: { ...disclaimer, en } })}
        isLong
      />
      <ContactFields
        contact={form.contact}
        problems={problems}
        isOwner={isOwner}
        words={words}
        onChange={(contact) => onChange({ contact })}
      />
    </Part>
  )
}
