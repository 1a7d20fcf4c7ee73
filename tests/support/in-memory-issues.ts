import type { Draft, Drafts } from '#core/issues/draft'
import type { PublishedIssue, PublishedIssues } from '#core/issues/published-issue'

/** Published issues in memory, with a count of what was read. */
export function inMemoryPublished(): PublishedIssues & { reads: string[]; all: Map<string, PublishedIssue> } {
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
      const isNext = (all.get(issue.id)?.revision ?? 0) === issue.revision - 1
      const isFree = [...all.values()].every((other) => other.change !== issue.change)
      if (!isNext || !isFree) return false
      all.set(issue.id, issue)
      return true
    },
  }
}

export function inMemoryDrafts(): Drafts & { all: Map<string, Draft> } {
  const all = new Map<string, Draft>()
  return {
    all,
    async find(id) {
      return all.get(id) ?? null
    },
    async findEdition(edition) {
      return [...all.values()].find((draft) => draft.edition === edition) ?? null
    },
    async put(draft) {
      if ((all.get(draft.id)?.revision ?? 0) !== draft.revision - 1) return false
      if ([...all.values()].some((other) => other.edition === draft.edition && other.id !== draft.id))
        return false
      all.set(draft.id, draft)
      return true
    },
  }
}
