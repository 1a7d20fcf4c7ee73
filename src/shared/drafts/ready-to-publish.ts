import * as v from 'valibot'
import { type Issue, IssueSchema } from '#shared/newsletter/issue'
import { issueId } from '#shared/newsletter/issue-id'
import type { DraftIssue, DraftItem } from './draft-issue'

/** What stands against publishing, and where: the item, or the section by its place. */
export type Obstacle = {
  code:
    | 'no-series' // no title of the series, in either language
    | 'no-month'
    | 'no-items'
    | 'empty-item' // neither title nor text, in either language
    | 'no-title' // an item with text only
    | 'not-sound' // the model refuses it for another reason
  item: string | null
}

/** The issue that readers get: without its keys and without sections that are empty; or all that stands against it. */
export function readyToPublish(draft: DraftIssue): { issue: Issue } | { problems: Obstacle[] } {
  const problems = obstaclesOf(draft)
  if (problems.length > 0) return { problems }
  const sections = draft.sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({ title, items: items.map(({ key: _, ...item }) => item) }))
  const issue = { ...draft, id: issueId({ ...draft, month: draft.month ?? '' }), sections }
  const checked = v.safeParse(IssueSchema, issue)
  return checked.success ? { issue: checked.output } : { problems: [{ code: 'not-sound', item: null }] }
}

function obstaclesOf({ series, month, sections }: DraftIssue): Obstacle[] {
  const items = sections.flatMap((section) => section.items)
  const of = (code: Obstacle['code'], item: string | null = null): Obstacle => ({ code, item })
  return [
    ...(series.title.zh === null && series.title.en === null ? [of('no-series')] : []),
    ...(month === null ? [of('no-month')] : []),
    ...(items.length === 0 ? [of('no-items')] : []),
    ...items.flatMap((item) => (isEmpty(item) ? [of('empty-item', item.key)] : [])),
    ...items.flatMap((item) => (hasTextOnly(item) ? [of('no-title', item.key)] : [])),
  ]
}

function isEmpty({ title, body }: DraftItem): boolean {
  return title.zh === null && title.en === null && body.zh === null && body.en === null
}

function hasTextOnly(item: DraftItem): boolean {
  return item.title.zh === null && item.title.en === null && !isEmpty(item)
}
