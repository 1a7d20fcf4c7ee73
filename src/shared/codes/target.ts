import * as v from 'valibot'
import { IssueIdSchema } from '#shared/newsletter/issue'

/** Where a code leads at this moment: what is printed stays, what it means can be changed. */
export const TargetSchema = v.variant('kind', [
  v.object({ kind: v.literal('home') }),
  v.object({ kind: v.literal('series'), seriesId: IssueIdSchema }),
  v.object({ kind: v.literal('issue'), issueId: IssueIdSchema }),
])
export type Target = v.InferOutput<typeof TargetSchema>
