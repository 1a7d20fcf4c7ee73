import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { issueOrder } from './issue-order'
import type { PublishedIssue, PublishedIssues } from './published-issue'
import { summarizeIssue } from './summarize-issue'
import { untilWritten } from './until-written'

/** Publishes an issue, or its correction. The same text again changes nothing. */
export function publishIssue(published: PublishedIssues, issue: Issue): Promise<PublishedIssue> {
  return change(published, issue.id, (stored) => {
    if (stored?.state === 'published' && isSameText(stored.issue, issue)) return null
    const summary = summarizeIssue(issue)
    return { state: 'published', seriesId: summary.seriesId, order: issueOrder(issue), summary, issue }
  })
}

/** Takes an issue away from readers; its text stays for the editors. */
export function withdrawIssue(published: PublishedIssues, id: string): Promise<PublishedIssue> {
  return change(published, id, (stored) => {
    if (!stored) throw new AppError('NOT_FOUND', `No issue ${id} has been published.`)
    if (stored.state === 'withdrawn') return null
    const { seriesId, order, summary, issue } = stored
    return { state: 'withdrawn', seriesId, order, summary, issue }
  })
}

/** Writes what `next` makes of the stored issue; null writes nothing. */
function change(
  published: PublishedIssues,
  id: string,
  next: (stored: PublishedIssue | null) => Omit<PublishedIssue, 'id' | 'revision' | 'change'> | null,
): Promise<PublishedIssue> {
  return untilWritten(id, async () => {
    const stored = await published.find(id)
    const fields = next(stored)
    if (!fields) return stored
    const revision = (stored?.revision ?? 0) + 1
    const changed = { id, ...fields, revision, change: (await published.lastChange()) + 1 }
    return (await published.put(changed)) ? changed : null
  })
}

/** Compares with sorted keys: a database need not give fields back in the order in which it got them. */
function isSameText(one: Issue, other: Issue): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
