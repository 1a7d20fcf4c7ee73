import fc from 'fast-check'
import * as v from 'valibot'
import { ISSUE_SOURCES } from '#core/alerts/alert-field'
import { AlertSettingsSchema, type FieldSource, problemsOf } from '#core/alerts/alert-settings'
import { messageContent } from '#core/alerts/message-content'
import type { BilingualText } from '#shared/newsletter/bilingual'
import { type Issue, IssueSchema } from '#shared/newsletter/issue'
import type { FieldType } from '../../../../config/wechat'
import { fieldProblem } from '../../../../tools/local-cloud/wechat/subscribe-message/field-rules'
import { anIssue, anItem } from '../../../support/an-issue'

// What an `enum` or a `const` takes is told by the template alone.
const TYPES: FieldType[] = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
]

const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '数据周报',
      '👨‍👩‍👧',
      '\u200b',
      '\ud800',
      'a\nb',
      '\u2028',
      '\u00ad',
      '一'.repeat(60),
      'No.1',
    ),
  )
  .filter((value) => /\S/u.test(value))

const bilingual: fc.Arbitrary<BilingualText> = fc.record({
  zh: fc.option(text, { nil: null }),
  en: fc.option(text, { nil: null }),
})

const number = fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: null })

const issue: fc.Arbitrary<Issue> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/u),
    publication: bilingual,
    number,
    series: fc.record({ title: bilingual, number }),
    date: fc.constantFrom(null, '2026-11-25', '0001-01-01'),
    titles: fc.array(bilingual, { minLength: 1, maxLength: 3 }),
  })
  .map(({ titles, ...rest }) =>
    anIssue({
      ...rest,
      sections: [{ title: { zh: null, en: null }, items: titles.map((title) => anItem({ title })) }],
    }),
  )

/** Also what stands in the examples of WeChat's table, and near them. */
const fixedText = fc.oneof(
  text,
  fc.constantFrom('12', '12.5', 'A', '!', '15:01', '99:99', 'x 15:01', '2019年10月1日', '2019年13月1日'),
  fc.constantFrom('100元', '¥9', '+86-0766-66888866', '粤A8Z888挂', '张三', '进行中', '2019年10月1日 25:00'),
)

const source: fc.Arbitrary<FieldSource> = fc.oneof(
  fc.constantFrom(...ISSUE_SOURCES).map((from) => ({ from })),
  fc.record({ from: fc.constant('text' as const), text: fc.record({ zh: fixedText, en: fixedText }) }),
)

const field = fc.tuple(
  fc.constantFrom(...TYPES).map((type) => `${type}1`),
  source,
)

const publishedAt = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2090, 0, 1) })

it('gives WeChat no field that it refuses, whatever the issue and whatever settings were saved', () => {
  let saved = 0
  fc.assert(
    fc.property(field, issue, publishedAt, ([name, from], told, at) => {
      const settings = v.parse(AlertSettingsSchema, {
        templates: { template: { fields: { [name]: from } } },
        defaultTemplate: 'template',
      })
      if (problemsOf(settings).length > 0) return
      saved += 1
      expect(v.is(IssueSchema, told)).toBe(true)
      const content = messageContent({ [name]: from }, told, at)
      const template = { title: '', kind: 'one-time', fields: {} } as const
      for (const language of ['zh', 'en'] as const)
        expect([content[language][name], fieldProblem(name, content[language][name], template)]).toEqual([
          expect.any(String),
          null,
        ])
    }),
    { numRuns: 5_000 },
  )
  // Most random settings are refused; enough are not.
  expect(saved).toBeGreaterThan(500)
})
