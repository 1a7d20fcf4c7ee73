import type { DraftIssue } from '#shared/drafts/draft-issue'
import { checkItem } from './check-item'
import type { Mark } from './mark'

/** What looks wrong between the languages, item by item in the order of the issue. */
export function checkIssue(issue: DraftIssue): Mark[] {
  return issue.sections.flatMap(({ items }) => items.flatMap(checkItem))
}
