import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '#components/aria'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { SureAction } from '../components/sure-action'
import { TextField } from '../components/text-field'
import { withoutTemplate } from './alert-form'
import type { AlertPart } from './alert-part'
import { TemplateFields } from './template-fields'

/** The templates by id, and what stands in their fields. */
export function AlertTemplates({ form, words, isOwner, onChange }: AlertPart) {
  const [typed, setTyped] = useState('')
  const id = typed.trim()
  const isWrong = id !== '' && !/^[\w-]{1,64}$/u.test(id)

  function add(): void {
    const isFirst = Object.keys(form.templates).length === 0
    onChange({
      templates: { ...form.templates, [id]: { fields: {} } },
      ...(isFirst && { defaultTemplate: id }),
    })
    setTyped('')
  }

  return (
    <Part title={words.templates} hint={words.templatesHint}>
      {Object.keys(form.templates).length === 0 && <Text className="said">{words.noTemplates}</Text>}
      {Object.entries(form.templates).map(([template, { fields }]) => (
        <View key={template} className="template">
          <Text className="template__id" userSelect {...aria({ role: 'heading', level: 3 })}>
            {template}
          </Text>
          <TemplateFields
            template={template}
            fields={fields}
            words={words}
            isOwner={isOwner}
            onChange={(changed) =>
              onChange({ templates: { ...form.templates, [template]: { fields: changed } } })
            }
          />
          {isOwner && (
            <SureAction
              name={words.removeTemplate}
              question={words.removeTemplateQuestion}
              confirm={words.confirmRemove}
              cancel={words.keep}
              onSure={async () => onChange(withoutTemplate(form, template))}
            />
          )}
        </View>
      ))}
      {isOwner && (
        <>
          <TextField
            label={words.newTemplate}
            value={typed}
            onChange={setTyped}
            note={isWrong ? words.badId : words.newTemplateHint}
            isWrong={isWrong}
            longest={64}
          />
          {id !== '' && !isWrong && form.templates[id] === undefined && (
            <Action name={words.addTemplate} onTap={add} />
          )}
        </>
      )}
    </Part>
  )
}
