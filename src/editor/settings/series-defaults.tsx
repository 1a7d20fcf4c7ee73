import { Part } from '../components/part'
import type { SettingsWords } from '../words-settings'
import { SeriesField } from './series-field'
import type { SeriesForm, SeriesProblems } from './series-form'

type Props = {
  form: SeriesForm
  problems: SeriesProblems
  isOwner: boolean
  words: SettingsWords
  onChange: (fields: Partial<SeriesForm>) => void
}

/** What is offered where an issue of the series lacks it. */
export function SeriesDefaults({ form, problems, isOwner, words, onChange }: Props) {
  const { publication, disclaimer, offices } = form
  return (
    <Part title={words.defaults} hint={words.defaultsHint}>
      <SeriesField
        label={words.publicationZh}
        value={publication.zh}
        isOwner={isOwner}
        onChange={(zh) => onChange({ publication: { ...publication, zh } })}
      />
      <SeriesField
        label={words.publicationEn}
        value={publication.en}
        isOwner={isOwner}
        onChange={(en) => onChange({ publication: { ...publication, en } })}
      />
      <SeriesField
        label={words.disclaimerZh}
        value={disclaimer.zh}
        isOwner={isOwner}
        onChange={(zh) => onChange({ disclaimer: { ...disclaimer, zh } })}
        isLong
      />
      <SeriesField
        label={words.disclaimerEn}
        value={disclaimer.en}
        isOwner={isOwner}
        onChange={(en) => onChange({ disclaimer: { ...disclaimer, en } })}
        isLong
      />
      <SeriesField
        label={words.website}
        value={form.website}
        isOwner={isOwner}
        onChange={(website) => onChange({ website })}
        wrong={problems.website && words.notAWebsite}
      />
      <SeriesField
        label={words.email}
        value={form.email}
        isOwner={isOwner}
        onChange={(email) => onChange({ email })}
      />
      {(['tel', 'fax'] as const).map((name) => (
        <SeriesField
          key={name}
          label={words[name]}
          value={form[name]}
          isOwner={isOwner}
          onChange={(text) => onChange({ [name]: text })}
          note={words.onePerLine}
          isLong
        />
      ))}
      <SeriesField
        label={words.officesZh}
        value={offices.zh}
        isOwner={isOwner}
        onChange={(zh) => onChange({ offices: { ...offices, zh } })}
        note={words.onePerLine}
        isLong
      />
      <SeriesField
        label={words.officesEn}
        value={offices.en}
        isOwner={isOwner}
        onChange={(en) => onChange({ offices: { ...offices, en } })}
        note={words.onePerLine}
        isLong
      />
    </Part>
  )
}
