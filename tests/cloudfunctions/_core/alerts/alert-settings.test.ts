import * as v from 'valibot'
import { AlertSettingsSchema, problemsOf, templateOf } from '#core/alerts/alert-settings'
import { saveAlertSettings } from '#core/alerts/save-alert-settings'

const fields = { thing1: { from: 'series' }, date3: { from: 'publishedAt' } }
const input = { templates: { one: { fields }, two: { fields } }, defaultTemplate: 'one' }

const parse = (settings: object) => v.parse(AlertSettingsSchema, { ...input, ...settings })

const fixed = (zh: string, en = zh) => ({ from: 'text', text: { zh, en } })

it('fills in what is usual', () => {
  expect(parse({})).toMatchObject({
    seriesTemplates: {},
    stock: 5,
    window: 96,
    concurrency: 24,
    quietHours: { from: 22, to: 8 },
    expiryDays: 7,
    events: false,
    keptChoiceHasEvent: false,
  })
})

it('tells of a series with its own template, else with the default one', () => {
  const settings = parse({ seriesTemplates: { weekly: 'two' } })
  expect([templateOf(settings, 'weekly'), templateOf(settings, 'monthly')]).toEqual(['two', 'one'])
  expect(templateOf(parse({ defaultTemplate: null }), 'monthly')).toBeNull()
  // A series is named by editors: it may be named as anything.
  for (const odd of ['constructor', '__proto__', 'toString']) expect(templateOf(settings, odd)).toBe('one')
})

it.each<[string, object, string]>([
  ['a template that is not described', { defaultTemplate: 'three' }, 'The template three is named but not'],
  ['one of a series', { seriesTemplates: { weekly: 'three' } }, 'The template three is named but not'],
  ['a template without fields', { templates: { one: { fields: {} } } }, 'The template one has no fields'],
  [
    'a field that WeChat does not have',
    withField('thong1', { from: 'series' }),
    'field thong1: WeChat has no',
  ],
  ['a field without its number', withField('thing', { from: 'series' }), 'field thing: WeChat has no'],
  [
    'a title where a date must stand',
    withField('date3', { from: 'title' }),
    '"title" does not fit this type',
  ],
  ['a date where a number must stand', withField('number1', { from: 'date' }), 'Possible: itemCount, text.'],
  ['a text that is too long', withField('thing1', fixed('字'.repeat(21), 'short')), 'at most 20 characters'],
  [
    'a text of another type',
    withField('phrase1', fixed('已发布', 'out')),
    '"out" (en) does not fit this type of field',
  ],
  [
    'a text that nobody can see',
    withField('thing1', fixed('\u200b', 'seen')),
    'does not fit this type of field',
  ],
])('refuses %s, and says where', (_what, settings, sentence) => {
  expect(problemsOf(parse(settings))).toEqual([expect.stringContaining(sentence)])
})

function withField(name: string, source: object): object {
  return { templates: { one: { fields: { [name]: source } } } }
}

it.each<[string, unknown]>([
  ['nothing', null],
  ['no templates', { defaultTemplate: null }],
  ['an unknown setting', { ...input, windows: 3 }],
  ['a stock of none', { ...input, stock: 0 }],
  ['half an hour', { ...input, quietHours: { from: 22.5, to: 8 } }],
  ['an hour too late', { ...input, quietHours: { from: 22, to: 24 } }],
  ['a field that does not fit', { ...input, ...withField('date1', { from: 'series' }) }],
])('saves nothing of settings with %s', async (_what, settings) => {
  const saved = jest.fn()
  await expect(saveAlertSettings(saved, settings)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('Nothing was saved'),
  })
  expect(saved).not.toHaveBeenCalled()
})

it('saves what fits, as it will be read', async () => {
  const saved = jest.fn()
  await saveAlertSettings(saved, input)
  expect(saved).toHaveBeenCalledWith(parse({}))
})
