import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { issueOrder } from './issue-order'
import type { Correction, IssueWriter, PublishedIssue } from './published-issue'
import { summarizeIssue } from './summarize-issue'

type Publication = { issue: Issue; seriesId: string; correction: Correction | null }

/** Publishes an issue, or its correction. The same again changes nothing. */
export async function publishIssue(
  issues: IssueWriter,
  { issue, seriesId, correction }: Publication,
): Promise<PublishedIssue> {
  const stored = await issues.find(issue.id)
  const isShown = stored?.state === 'published'
  // What readers were told of a correction stands until they are told of another.
  const told = correction ?? stored?.correction ?? null
  const isTold = isDeepStrictEqual(stored?.correction?.note, told?.note)
  if (isShown && isDeepStrictEqual(stored.issue, issue) && isTold) return stored
  const summary = summarizeIssue(issue, seriesId)
  const order = issueOrder(issue)
  return put(issues, stored, {
    id: issue.id,
    state: 'published',
    seriesId,
    order,
    summary,
    issue,
    correction: told,
  })
}

/** Takes an issue away from readers; its text stays for the editors. */
export async function withdrawIssue(issues: IssueWriter, id: string): Promise<PublishedIssue> {
  const stored = await issues.find(id)
  if (!stored) throw new AppError('NOT_FOUND', `No issue ${id} has been published.`)
  if (stored.state === 'withdrawn') return stored
  return put(issues, stored, { ...stored, state: 'withdrawn' })
}

async function put(
  issues: IssueWriter,
  stored: PublishedIssue | null,
  fields: Omit<PublishedIssue, 'revision' | 'change'>,
): Promise<PublishedIssue> {
  const revision = (stored?.revision ?? 0) + 1
  const changed = { ...fields, revision, change: (await issues.lastChange()) + 1 }
  await issues.put(changed)
  return changed
}
