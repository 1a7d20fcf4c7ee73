import { publishIssue } from '#core/issues/publish-issue'
import type { IssueWriter, PublishedIssue, PublishedIssues } from '#core/issues/published-issue'
import type { BilingualText } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { seriesId } from '#shared/newsletter/issue-id'

/** Published issues in memory, with a count of what was read. */
export function inMemoryPublished(): PublishedIssues &
  IssueWriter & { reads: string[]; all: Map<string, PublishedIssue> } {
  const all = new Map<string, PublishedIssue>()
  const reads: string[] = []
  return {
    all,
    reads,
    async lastChange() {
      reads.push('lastChange')
      return Math.max(0, ...[...all.values()].map((issue) => issue.change))
    },
    async find(id) {
      reads.push(`find ${id}`)
      return all.get(id) ?? null
    },
    async page({ seriesId, before, limit }) {
      reads.push('page')
      return [...all.values()]
        .filter((issue) => issue.state === 'published')
        .filter((issue) => seriesId === undefined || issue.seriesId === seriesId)
        .filter((issue) => before === undefined || issue.order < before)
        .sort((one, other) => (one.order < other.order ? 1 : -1))
        .slice(0, limit)
        .map(({ order, summary }) => ({ order, summary }))
    },
    async put(issue) {
      all.set(issue.id, issue)
    },
  }
}

export function publishIn(issues: IssueWriter, issue: Issue, note: BilingualText | null = null) {
  const correction = note && { at: issue.sections.length, note }
  return publishIssue(issues, { issue, seriesId: seriesId(issue.series), correction })
}
