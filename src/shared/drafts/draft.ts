import * as v from 'valibot'
import { BilingualTextSchema, TextSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema, IssueSchema } from '#shared/newsletter/issue'
import { ProblemSchema } from '#shared/newsletter/problem'
import { DifferenceSchema } from './difference'
import { DraftIssueSchema, ItemKeySchema } from './draft-issue'

/** Counts what was stored of a draft, from 1: who saves says which one was before them. */
export const DraftRevisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** What the importer was unsure of, and the item that it concerns where one does. */
export const DraftProblemSchema = v.object({ ...ProblemSchema.entries, item: v.nullable(ItemKeySchema) })
export type DraftProblem = v.InferOutput<typeof DraftProblemSchema>

/** A mark of the checking view that an editor has looked at and found to be none: see `Mark`. */
export const DismissalSchema = v.object({
  mark: v.pipe(v.string(), v.maxLength(200)),
  reason: v.pipe(TextSchema, v.maxLength(500)),
  /** The editor's name, set by the server. */
  by: v.optional(v.string(), ''),
})
export type Dismissal = v.InferOutput<typeof DismissalSchema>

/** A note to readers of what was corrected. */
export const CorrectionNoteSchema = v.object({
  zh: v.nullable(v.pipe(TextSchema, v.maxLength(500))),
  en: v.nullable(v.pipe(TextSchema, v.maxLength(500))),
})

/** Where the publication of a draft stands. Times in ISO 8601, UTC. */
export const PublicationSchema = v.object({
  state: v.picklist(['never', 'scheduled', 'published', 'withdrawn']),
  /** The published issue's id; null while there was none. */
  issueId: v.nullable(IssueIdSchema),
  /** The draft's revision that readers have; an older one than the draft's own: it was changed since. */
  revision: v.nullable(v.number()),
  publishedAt: v.nullable(v.string()),
  /** When it is to be published, and whether everyone who asked is told then. */
  publishAt: v.nullable(v.string()),
  withAlerts: v.boolean(),
  /** The code of what stood against the last planned publication; null where all is well. */
  trouble: v.nullable(v.string()),
})

/** A draft as an editor has it in hand. */
export const DraftSchema = v.object({
  id: IssueIdSchema,
  revision: DraftRevisionSchema,
  issue: DraftIssueSchema,
  /** The name of who stored it last. */
  changedBy: v.string(),
  changedAt: v.string(),
  /** The document that it came from; null for one that was begun by hand. */
  fileName: v.nullable(v.string()),
  problems: v.array(DraftProblemSchema),
  /** What differs since a document was imported again. */
  differences: v.array(DifferenceSchema),
  dismissed: v.array(DismissalSchema),
  publication: PublicationSchema,
})
export type Draft = v.InferOutput<typeof DraftSchema>

/** One draft as the desk's list shows it. */
export const DraftSummarySchema = v.object({
  ...v.pick(DraftSchema, ['id', 'revision', 'changedBy', 'changedAt', 'publication']).entries,
  ...v.pick(DraftIssueSchema, ['number', 'series', 'month', 'date']).entries,
  /** The first item's title. */
  headline: BilingualTextSchema,
  itemCount: v.number(),
})
export type DraftSummary = v.InferOutput<typeof DraftSummarySchema>

/** What the issues of a series have in common, offered where a draft lacks it. */
export const SeriesDefaultsSchema = v.pick(IssueSchema, ['publication', 'disclaimer', 'contact'])
export type SeriesDefaults = v.InferOutput<typeof SeriesDefaultsSchema>
