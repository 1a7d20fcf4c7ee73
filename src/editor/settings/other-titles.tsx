import { View } from '@tarojs/components'
import { Action } from '../components/action'
import { Part } from '../components/part'
import type { SettingsWords } from '../words-settings'
import type { SeriesForm } from './series-form'
import { SettingField } from './setting-field'

type Props = {
  form: SeriesForm
  isOwner: boolean
  words: SettingsWords
  onChange: (fields: Partial<SeriesForm>) => void
}

/** As many as a series may have: see `SeriesRecord`. */
const MOST = 20

/** The other names under which documents name the series. */
export function OtherTitles({ form: { otherTitles }, isOwner, words, onChange }: Props) {
  if (!isOwner && otherTitles.length === 0) return null
  const put = (place: number, title: { zh: string; en: string }) =>
    onChange({ otherTitles: otherTitles.map((each, index) => (index === place ? title : each)) })
  return (
    <Part title={words.otherTitles} hint={words.otherTitlesHint}>
      {otherTitles.map((title, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is typed, a name is its place in the list.
        <View key={place}>
          <SettingField
            label={words.otherTitleZh(place + 1)}
            value={title.zh}
            isOwner={isOwner}
            onChange={(zh) => put(place, { ...title, zh })}
            isLong
          />
          <SettingField
            label={words.otherTitleEn(place + 1)}
            value={title.en}
            isOwner={isOwner}
            onChange={(en) => put(place, { ...title, en })}
            isLong
          />
          {isOwner && (
            <Action
              name={words.removeOtherTitle(place + 1)}
              look="grave"
              onTap={() => onChange({ otherTitles: otherTitles.filter((_, index) => index !== place) })}
            />
          )}
        </View>
      ))}
      {isOwner && otherTitles.length < MOST && (
        <Action
          name={words.addOtherTitle}
          onTap={() => onChange({ otherTitles: [...otherTitles, { zh: '', en: '' }] })}
        />
      )}
    </Part>
  )
}
