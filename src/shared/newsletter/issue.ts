import * as v from 'valibot'
import { BilingualTextSchema, TextSchema } from './bilingual'

// Objects leave out what they do not know: a phone that was never updated reads the answers of a newer server.

/** Only addresses that a browser may open; `javascript:` and the like never enter the model. (No flag u: as in TextSchema.) */
export const WebAddressSchema = v.pipe(
  v.string(),
  v.maxLength(2048),
  v.regex(/^https?:\/\/[^\s/]+\S*$/i, 'must be an http or https address'),
)

/** A run of text in one style. Text is text: nothing in it is ever read as markup. */
export const SpanSchema = v.object({
  text: v.pipe(v.string(), v.nonEmpty()),
  emphasis: v.optional(v.literal(true)),
  href: v.optional(WebAddressSchema),
})
export type Span = v.InferOutput<typeof SpanSchema>

export const ParagraphSchema = v.pipe(v.array(SpanSchema), v.nonEmpty())
export type Paragraph = v.InferOutput<typeof ParagraphSchema>

const HalfBodySchema = v.nullable(v.pipe(v.array(ParagraphSchema), v.nonEmpty()))
export const BodySchema = v.object({ zh: HalfBodySchema, en: HalfBodySchema })
export type Body = v.InferOutput<typeof BodySchema>

export const SourceSchema = v.object({
  zh: v.nullable(WebAddressSchema),
  en: v.nullable(WebAddressSchema),
})

export const ItemSchema = v.object({
  title: BilingualTextSchema,
  body: BodySchema,
  source: SourceSchema,
})
export type Item = v.InferOutput<typeof ItemSchema>

export const SectionSchema = v.object({
  title: BilingualTextSchema,
  items: v.pipe(v.array(ItemSchema), v.nonEmpty(), v.maxLength(200)),
})
export type Section = v.InferOutput<typeof SectionSchema>

const NumberSchema = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999_999)))

export const SeriesSchema = v.object({ title: BilingualTextSchema, number: NumberSchema })

export const ContactSchema = v.object({
  website: v.nullable(WebAddressSchema),
  email: v.nullable(TextSchema),
  /** One number an entry, the prefix repeated: "+8610 64096260", "+8610 64096261". */
  tel: v.array(TextSchema),
  fax: v.array(TextSchema),
  offices: v.object({ zh: v.array(TextSchema), en: v.array(TextSchema) }),
})
export type Contact = v.InferOutput<typeof ContactSchema>

/** An issue's address among all issues: its running number, or its series and number where it has none. */
export const IssueIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, 'is no address of an issue'),
)

export const MonthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'must be YYYY-MM'))
export const DateSchema = v.pipe(v.string(), v.isoDate())

export const IssueSchema = v.object({
  id: IssueIdSchema,
  publication: BilingualTextSchema,
  /** The running number over all series (No.204); null where the masthead has none. */
  number: NumberSchema,
  series: SeriesSchema,
  month: MonthSchema,
  date: v.nullable(DateSchema),
  sections: v.pipe(v.array(SectionSchema), v.nonEmpty(), v.maxLength(50)),
  disclaimer: BilingualTextSchema,
  contact: ContactSchema,
})
export type Issue = v.InferOutput<typeof IssueSchema>
