import * as v from 'valibot'
import { BilingualTextSchema } from '#shared/newsletter/bilingual'
import { IssueSchema, ItemSchema } from '#shared/newsletter/issue'

/** Names an item for as long as its draft lives, wherever it is moved to. */
export const ItemKeySchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/u, 'is no key of an item'))

export const DraftItemSchema = v.object({ key: ItemKeySchema, ...ItemSchema.entries })
export type DraftItem = v.InferOutput<typeof DraftItemSchema>

export const DraftSectionSchema = v.object({
  title: BilingualTextSchema,
  items: v.pipe(v.array(DraftItemSchema), v.maxLength(200)),
})
export type DraftSection = v.InferOutput<typeof DraftSectionSchema>

const { publication, number, series, date, disclaimer, contact } = IssueSchema.entries

/**
 * An issue being prepared. It may still lack what an issue needs: a month, sections, the items of a section. What it
 * has is sound: no text that is blank, no link of another kind than the model's.
 */
export const DraftIssueSchema = v.object({
  publication,
  number,
  series,
  month: v.nullable(IssueSchema.entries.month),
  date,
  sections: v.pipe(v.array(DraftSectionSchema), v.maxLength(50)),
  disclaimer,
  contact,
})
export type DraftIssue = v.InferOutput<typeof DraftIssueSchema>
