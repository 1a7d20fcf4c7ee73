import * as v from 'valibot'
import { TextSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { cutTo, fieldRule, ISSUE_SOURCES, oneLine } from './alert-field'

/** What stands in a field of the message: something of the issue, or always the same. */
const FieldSourceSchema = v.variant('from', [
  v.strictObject({ from: v.picklist(ISSUE_SOURCES) }),
  v.strictObject({
    from: v.literal('text'),
    text: v.strictObject({
      zh: v.pipe(TextSchema, v.maxLength(100)),
      en: v.pipe(TextSchema, v.maxLength(100)),
    }),
  }),
])
export type FieldSource = v.InferOutput<typeof FieldSourceSchema>

/** WeChat's ids are 43 letters, digits, `_` and `-`. */
const TemplateIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u, 'is no template id'))

const HourSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))
const count = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** How readers are told of an issue. The owner saves it; see docs/operating.md. */
export const AlertSettingsSchema = v.strictObject({
  /** By template id: what stands in each field that the template has. */
  templates: v.record(TemplateIdSchema, v.strictObject({ fields: v.record(v.string(), FieldSourceSchema) })),
  /** Tells of every series that names no other; null: such series are not offered. */
  defaultTemplate: v.nullable(TemplateIdSchema),
  /** By series id. */
  seriesTemplates: v.optional(v.record(IssueIdSchema, TemplateIdSchema), {}),
  /** Up to how many credits a reader who always allows is topped up. */
  stock: v.optional(count(1, 20), 5),
  /** The most rows that are written as being sent at once: a run that is killed leaves no more unknown. */
  window: v.optional(count(1, 500), 96),
  /** Sends at once, each to another reader. */
  concurrency: v.optional(count(1, 100), 24),
  /** Whole hours, Beijing time, over midnight where `to` is the smaller; null: none. */
  quietHours: v.optional(v.nullable(v.strictObject({ from: HourSchema, to: HourSchema })), {
    from: 22,
    to: 8,
  }),
  /** What is not sent after so many days is not sent at all. */
  expiryDays: v.optional(count(1, 30), 7),
  /** Whether WeChat's message push reaches the function `wechat-events`, set in its console. */
  events: v.optional(v.boolean(), false),
  /** Whether WeChat tells of a choice that was kept, for which it shows no panel: not documented. */
  keptChoiceHasEvent: v.optional(v.boolean(), false),
})
export type AlertSettings = v.InferOutput<typeof AlertSettingsSchema>

/** The template that tells of a series; null where it is not offered. */
export function templateOf(settings: AlertSettings, seriesId: string): string | null {
  const id = Object.hasOwn(settings.seriesTemplates, seriesId)
    ? settings.seriesTemplates[seriesId]
    : settings.defaultTemplate
  return id !== undefined && id !== null && Object.hasOwn(settings.templates, id) ? id : null
}

/** What keeps settings from being saved, a sentence each: what, where, and what to do. */
export function problemsOf(settings: AlertSettings): string[] {
  const named = [settings.defaultTemplate, ...Object.values(settings.seriesTemplates)]
  const unknown = named.filter((id) => id !== null && !Object.hasOwn(settings.templates, id))
  return [
    ...unknown.map((id) => `The template ${id} is named but not described: add it to "templates".`),
    ...Object.entries(settings.templates).flatMap(([id, { fields }]) => {
      if (Object.keys(fields).length === 0)
        return [`The template ${id} has no fields: name each field that it has in WeChat's console.`]
      return Object.entries(fields).flatMap(([name, source]) =>
        problemOfField(name, source).map((problem) => `The template ${id}, ${problem}`),
      )
    }),
  ]
}

function problemOfField(name: string, source: FieldSource): string[] {
  const rule = fieldRule(name)
  if (!rule) return [`field ${name}: WeChat has no such type of field. Copy the name from its console.`]
  if (source.from !== 'text') {
    if (rule.sources.includes(source.from)) return []
    const possible = [...rule.sources, 'text'].join(', ')
    return [`field ${name}: "${source.from}" does not fit this type of field. Possible: ${possible}.`]
  }
  return Object.entries(source.text).flatMap(([language, text]) => {
    const line = oneLine(text)
    if (line !== '' && cutTo(line, rule.longest) === line && rule.fits(line)) return []
    return [
      `field ${name}: the text "${text}" (${language}) does not fit this type of field. It takes at most ${rule.longest} characters, in the form that its name says.`,
    ]
  })
}
