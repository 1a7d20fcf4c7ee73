import { View } from '@tarojs/components'
import type { Language } from '#shared/newsletter/bilingual'
import { firstText } from '#shared/newsletter/shown-text'
import type { SeriesRecord } from '#shared/series/endpoints'
import { Chips } from '../components/chips'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import type { AlertPart } from './alert-part'

type Props = AlertPart & { series: readonly SeriesRecord[]; language: Language }

/** No id of a template is empty. */
const NONE = ''

/** Which template tells of which series. */
export function TemplateChoice({ form, words, isOwner, onChange, series, language }: Props) {
  const { defaultTemplate, seriesTemplates } = form
  const templates = Object.keys(form.templates).map((id) => ({ value: id, name: id }))

  function choose(seriesId: string, template: string): void {
    const { [seriesId]: _, ...others } = seriesTemplates
    onChange({ seriesTemplates: template === NONE ? others : { ...others, [seriesId]: template } })
  }

  if (templates.length === 0) return null
  if (!isOwner)
    return (
      <Part title={words.which}>
        <Entry name={defaultTemplate ?? words.none} note={words.byDefault} />
      </Part>
    )
  return (
    <Part title={words.which}>
      <View className="field__label">{words.byDefault}</View>
      <Chips
        label={words.byDefault}
        choices={[...templates, { value: NONE, name: words.none }]}
        chosen={defaultTemplate ?? NONE}
        onChoose={(id) => onChange({ defaultTemplate: id === NONE ? null : id })}
      />
      {(templates.length > 1 || defaultTemplate === null) &&
        series.map(({ id, title }) => (
          <View key={id} className="template__field">
            <View className="field__label">{words.bySeries(firstText(title, language))}</View>
            <Chips
              label={words.bySeries(firstText(title, language))}
              choices={[{ value: NONE, name: words.asDefault }, ...templates]}
              chosen={seriesTemplates[id] ?? NONE}
              onChoose={(template) => choose(id, template)}
            />
          </View>
        ))}
    </Part>
  )
}
