import type * as contract from '#shared/drafts/draft'
import type { Draft } from './draft'

/** A draft as the desk shows it. */
export function draftView(draft: Draft): contract.Draft {
  const { id, revision, issue, changedBy, fileName, problems, differences, dismissed } = draft
  return {
    id,
    revision,
    issue,
    changedBy,
    changedAt: isoTime(draft.changedAt),
    fileName,
    problems,
    differences,
    dismissed,
    publication: publicationOf(draft),
  }
}

export type ListedDraft = Pick<
  Draft,
  'id' | 'revision' | 'changedBy' | 'changedAt' | 'summary' | 'published' | 'publishAt' | 'trouble'
> & {
  issue: Pick<Draft['issue'], 'number' | 'series' | 'month' | 'date'>
  plan: Pick<Plan, 'withAlerts'> | null
}

type Plan = NonNullable<Draft['plan']>

export function summaryView(draft: ListedDraft): contract.DraftSummary {
  const { id, revision, changedBy, issue } = draft
  const { number, series, month, date } = issue
  return {
    id,
    revision,
    changedBy,
    changedAt: isoTime(draft.changedAt),
    number,
    series,
    month,
    date,
    ...draft.summary,
    publication: publicationOf(draft),
  }
}

function publicationOf({
  published,
  publishAt,
  plan,
  trouble,
}: Pick<ListedDraft, 'published' | 'publishAt' | 'plan' | 'trouble'>): contract.Draft['publication'] {
  return {
    state: plan ? 'scheduled' : stateOf(published),
    issueId: published.issueId,
    revision: published.revision,
    publishedAt: published.at === null ? null : isoTime(published.at),
    publishAt: publishAt === null ? null : isoTime(publishAt),
    withAlerts: plan?.withAlerts ?? false,
    trouble,
  }
}

function stateOf({ revision, isWithdrawn }: Draft['published']): 'never' | 'published' | 'withdrawn' {
  if (revision === null) return 'never'
  return isWithdrawn ? 'withdrawn' : 'published'
}

const isoTime = (ms: number) => new Date(ms).toISOString()
