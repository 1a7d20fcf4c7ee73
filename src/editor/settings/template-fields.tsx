import { View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '../components/action'
import { Chips } from '../components/chips'
import { Entry } from '../components/entry'
import { TextField } from '../components/text-field'
import type { AlertSettingsWords } from '../words-alert-settings'
import type { FieldSource, SourceName } from './alert-form'
import { possibleSources } from './possible-sources'

type Fields = Record<string, FieldSource>

type Props = {
  template: string
  fields: Fields
  words: AlertSettingsWords
  isOwner: boolean
  onChange: (fields: Fields) => void
}

/** Field by field what stands in a message. */
export function TemplateFields({ template, fields, words, isOwner, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isWrong = name !== '' && !/^[a-z_]+\d{1,3}$/u.test(name)
  const without = (field: string): Fields => {
    const { [field]: _, ...rest } = fields
    return rest
  }

  if (!isOwner)
    return Object.entries(fields).map(([field, source]) => (
      <Entry key={field} name={wordsOf(source, words)} note={words.field(field)} />
    ))
  return (
    <>
      {Object.entries(fields).map(([field, source]) => (
        <View key={field} className="template__field">
          <View className="field__label">{words.field(field)}</View>
          <Chips
            label={words.field(field)}
            choices={possibleSources(field).map((from) => ({ value: from, name: words.sources[from] }))}
            chosen={source.from}
            onChoose={(from) => onChange({ ...fields, [field]: sourceFrom(from, source) })}
          />
          {source.text && (
            <FixedText
              text={source.text}
              words={words}
              onChange={(text) => onChange({ ...fields, [field]: { from: 'text', text } })}
            />
          )}
          <Action name={words.removeField(field)} look="grave" onTap={() => onChange(without(field))} />
        </View>
      ))}
      <TextField
        label={words.newField(template)}
        value={typed}
        onChange={setTyped}
        example="thing1"
        note={isWrong ? words.badField : words.newFieldHint}
        isWrong={isWrong}
        longest={30}
      />
      {name !== '' && !isWrong && fields[name] === undefined && (
        <Action
          name={words.addField}
          onTap={() => {
            const [first = 'text'] = possibleSources(name)
            onChange({ ...fields, [name]: sourceFrom(first, { from: first }) })
            setTyped('')
          }}
        />
      )}
    </>
  )
}

type FixedTextProps = {
  text: { zh: string; en: string }
  words: AlertSettingsWords
  onChange: (text: { zh: string; en: string }) => void
}

function FixedText({ text, words, onChange }: FixedTextProps) {
  return (
    <>
      <TextField
        label={words.textZh}
        value={text.zh}
        onChange={(zh) => onChange({ ...text, zh })}
        longest={100}
      />
      <TextField
        label={words.textEn}
        value={text.en}
        onChange={(en) => onChange({ ...text, en })}
        longest={100}
      />
    </>
  )
}

function sourceFrom(from: SourceName, before: FieldSource): FieldSource {
  return from === 'text' ? { from, text: before.text ?? { zh: '', en: '' } } : { from }
}

function wordsOf({ from, text }: FieldSource, words: AlertSettingsWords): string {
  return from === 'text' && text ? `${text.zh} / ${text.en}` : words.sources[from]
}
