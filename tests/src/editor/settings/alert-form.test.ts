import * as v from 'valibot'
import { fieldRule } from '#core/alerts/alert-field'
import { AlertSettingsSchema, problemsOf } from '#core/alerts/alert-settings'
import {
  formOfAlertSettings,
  problemsOfAlertForm,
  settingsOfAlertForm,
  withoutTemplate,
} from '../../../../src/editor/settings/alert-form'
import { possibleSources } from '../../../../src/editor/settings/possible-sources'
import { someAlertSettings, TEMPLATE } from '../../../support/alert-settings'

const saved = v.parse(AlertSettingsSchema, someAlertSettings({ window: 50, quietHours: { from: 23, to: 7 } }))

test('what was saved and not changed is saved as it was, also what the page does not show', () => {
  expect(v.parse(AlertSettingsSchema, settingsOfAlertForm(formOfAlertSettings(saved)))).toEqual(saved)
})

test('begins with what the server takes for granted where nothing usable is saved', () => {
  const form = formOfAlertSettings(null)
  expect(v.parse(AlertSettingsSchema, settingsOfAlertForm(form))).toEqual(
    v.parse(AlertSettingsSchema, { templates: {}, defaultTemplate: null }),
  )
})

test('says which number is wrong before it is sent', () => {
  const form = formOfAlertSettings(saved)
  expect(problemsOfAlertForm(form)).toEqual({})
  expect(
    problemsOfAlertForm({ ...form, stock: '0', expiryDays: 'x', quietHours: { from: '24', to: '' } }),
  ).toEqual({ stock: true, expiryDays: true, from: true, to: true })
})

test('a template that is removed is named nowhere', () => {
  const form = formOfAlertSettings({ ...saved, seriesTemplates: { weekly: TEMPLATE } })
  const settings = v.parse(AlertSettingsSchema, settingsOfAlertForm(withoutTemplate(form, TEMPLATE)))
  expect(settings).toMatchObject({ templates: {}, defaultTemplate: null, seriesTemplates: {} })
  expect(problemsOf(settings)).toEqual([])
})

test.each(['thing1', 'number2', 'character_string3', 'time4', 'date5', 'phrase6', 'name7'])(
  'offers for %s just what the server takes',
  (field) => {
    const sources = [...(fieldRule(field)?.sources ?? []), 'text']
    expect([...possibleSources(field)].sort()).toEqual(sources.sort())
  },
)
