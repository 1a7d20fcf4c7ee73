import * as v from 'valibot'
import { CodeTokenSchema } from '#shared/codes/code-token'
import { TargetSchema } from '#shared/codes/target'
import { defineEndpoint } from '#shared/endpoint'
import { BilingualTextSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema, IssueSchema } from '#shared/newsletter/issue'
import { ReadingModeSchema } from '#shared/newsletter/reading'

/** One issue as a list shows it: enough to choose it, small enough to send twenty. */
export const IssueSummarySchema = v.object({
  ...v.pick(IssueSchema, ['id', 'publication', 'number', 'series', 'month', 'date']).entries,
  /** Names the series in `listIssues`: the same for every issue of a series. */
  seriesId: v.string(),
  /** The titles of the first items, at most four. */
  headlines: v.array(BilingualTextSchema),
  itemCount: v.number(),
  /** Reading time, whole minutes, of each language's own text. */
  minutes: v.object({ zh: v.number(), en: v.number() }),
})
export type IssueSummary = v.InferOutput<typeof IssueSummarySchema>

const CursorSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}:\d{6}:[a-z0-9-]{1,63}$/u, 'is no cursor of this list'),
)

export const listIssues = defineEndpoint({
  function: 'issues',
  name: 'list',
  input: v.object({
    /** The last page's `next`; absent for the first page. */
    cursor: v.optional(CursorSchema),
    seriesId: v.optional(IssueIdSchema),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 20),
  }),
  output: v.object({ issues: v.array(IssueSummarySchema), next: v.nullable(v.string()) }),
})

const RevisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** What readers are told of the last correction of an issue. */
export const CorrectionSchema = v.object({
  /** ISO 8601, UTC. */
  at: v.string(),
  note: BilingualTextSchema,
})

const HeldSchema = v.object({ id: IssueIdSchema, revision: RevisionSchema })

/** By its id, or by the token of the code that was scanned: what that means and the issue come in one answer. */
export const getIssue = defineEndpoint({
  function: 'issues',
  name: 'get',
  input: v.union([
    v.object({
      id: IssueIdSchema,
      /** The revision that the caller holds: the text is not sent again while it is the current one. */
      revision: v.optional(RevisionSchema),
    }),
    v.object({
      token: CodeTokenSchema,
      /** What the code led to on this phone before. */
      held: v.optional(HeldSchema),
      /** Whether this phone is to be counted as having come by the code. */
      isFirst: v.boolean(),
    }),
  ]),
  output: v.variant('status', [
    v.object({ status: v.literal('unchanged'), revision: RevisionSchema }),
    v.object({
      status: v.literal('current'),
      revision: RevisionSchema,
      issue: IssueSchema,
      /** The series in which readers are told of it: not its title tells, which may be changed. */
      seriesId: IssueIdSchema,
      correction: v.optional(v.nullable(CorrectionSchema), null),
    }),
    /** The code leads to no issue; null: it is unknown or withdrawn, or leads to what is not shown. */
    v.object({ status: v.literal('elsewhere'), target: v.nullable(TargetSchema) }),
  ]),
})

/** Where a code leads, for pages that show no issue. `target` as in `getIssue`. */
export const followCode = defineEndpoint({
  function: 'issues',
  name: 'follow-code',
  input: v.object({ token: CodeTokenSchema, isFirst: v.boolean() }),
  output: v.object({ target: v.nullable(TargetSchema) }),
})

/** Where a reader came from. */
export const ChannelSchema = v.picklist(['alert', 'share', 'code', 'timeline', 'direct'])
export type Channel = v.InferOutput<typeof ChannelSchema>

/** Counts one reading of an issue, and says nothing of who reads. A phone calls it once an issue. */
export const countRead = defineEndpoint({
  function: 'issues',
  name: 'read',
  input: v.object({ id: IssueIdSchema, mode: ReadingModeSchema, channel: ChannelSchema }),
  output: v.object({}),
})
