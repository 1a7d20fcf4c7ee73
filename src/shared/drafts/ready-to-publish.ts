import * as v from 'valibot'
import { type Issue, IssueSchema } from '#shared/newsletter/issue'
import { issueId } from '#shared/newsletter/issue-id'
import type { DraftIssue } from './draft-issue'

/** For the moment: by the model alone. */
export function readyToPublish(draft: DraftIssue): { issue: Issue } | { problems: { code: string }[] } {
  const checked = v.safeParse(IssueSchema, { ...draft, id: issueId({ ...draft, month: draft.month ?? '' }) })
  return checked.success ? { issue: checked.output } : { problems: [{ code: checked.issues[0].message }] }
}
