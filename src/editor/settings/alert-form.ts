import * as v from 'valibot'

/** What may stand in a field of a message: something of the issue, or always the same text. */
export const SOURCES = [
  'series',
  'title',
  'headline',
  'publication',
  'number',
  'itemCount',
  'date',
  'publishedAt',
  'text',
] as const
export type SourceName = (typeof SOURCES)[number]

const SourceSchema = v.object({
  from: v.picklist(SOURCES),
  text: v.optional(v.object({ zh: v.string(), en: v.string() })),
})
export type FieldSource = v.InferOutput<typeof SourceSchema>

/** The saved settings as far as this page changes them; see `AlertSettingsSchema` on the server. */
const SavedSchema = v.looseObject({
  templates: v.record(v.string(), v.object({ fields: v.record(v.string(), SourceSchema) })),
  defaultTemplate: v.nullable(v.string()),
  seriesTemplates: v.optional(v.record(v.string(), v.string()), {}),
  stock: v.optional(v.number(), 5),
  quietHours: v.optional(v.nullable(v.object({ from: v.number(), to: v.number() })), { from: 22, to: 8 }),
  expiryDays: v.optional(v.number(), 7),
  events: v.optional(v.boolean(), false),
})
type Saved = v.InferOutput<typeof SavedSchema>

/** The same with its numbers as they are typed. */
export type AlertForm = Pick<Saved, 'templates' | 'defaultTemplate' | 'seriesTemplates' | 'events'> & {
  stock: string
  expiryDays: string
  quietHours: { from: string; to: string } | null
  /** What this page does not show, and does not lose. */
  rest: Record<string, unknown>
}

export type AlertProblems = Partial<Record<'stock' | 'expiryDays' | 'from' | 'to', true>>

export const STOCK = { least: 1, most: 20 }
export const EXPIRY_DAYS = { least: 1, most: 30 }

/** Of what was saved; where that cannot be used, as if nothing were. */
export function formOfAlertSettings(settings: unknown): AlertForm {
  const parsed = v.safeParse(SavedSchema, settings)
  const saved = parsed.success
    ? parsed.output
    : v.parse(SavedSchema, { templates: {}, defaultTemplate: null })
  const { templates, defaultTemplate, seriesTemplates, stock, quietHours, expiryDays, events, ...rest } =
    saved
  return {
    templates,
    defaultTemplate,
    seriesTemplates,
    events,
    stock: String(stock),
    expiryDays: String(expiryDays),
    quietHours: quietHours && { from: String(quietHours.from), to: String(quietHours.to) },
    rest,
  }
}

export function problemsOfAlertForm({ stock, expiryDays, quietHours }: AlertForm): AlertProblems {
  return {
    ...(!isWithin(stock, STOCK) && { stock: true }),
    ...(!isWithin(expiryDays, EXPIRY_DAYS) && { expiryDays: true }),
    ...(quietHours && !isWithin(quietHours.from, HOURS) && { from: true }),
    ...(quietHours && !isWithin(quietHours.to, HOURS) && { to: true }),
  }
}

/** What is saved of a form without problems. */
export function settingsOfAlertForm({ rest, stock, expiryDays, quietHours, ...form }: AlertForm) {
  return {
    ...rest,
    ...form,
    stock: Number(stock),
    expiryDays: Number(expiryDays),
    quietHours: quietHours && { from: Number(quietHours.from), to: Number(quietHours.to) },
  }
}

/** The form without a template: no series names it any more. */
export function withoutTemplate(form: AlertForm, id: string): AlertForm {
  const { [id]: _, ...templates } = form.templates
  const kept = Object.entries(form.seriesTemplates).filter(([, template]) => template !== id)
  const seriesTemplates: Record<string, string> = {}
  for (const [series, template] of kept) seriesTemplates[series] = template
  return {
    ...form,
    templates,
    seriesTemplates,
    defaultTemplate: form.defaultTemplate === id ? null : form.defaultTemplate,
  }
}

const HOURS = { least: 0, most: 23 }

function isWithin(typed: string, { least, most }: { least: number; most: number }): boolean {
  return /^\d{1,4}$/u.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most
}
