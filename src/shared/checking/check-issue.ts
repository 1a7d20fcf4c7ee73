import type { DraftIssue } from '#shared/drafts/draft-issue'
import { checkItem } from './check-item'
import { checkSection } from './check-section'
import type { Mark } from './mark'

/** What looks wrong between the languages, in the order of the issue. */
export function checkIssue(issue: DraftIssue): Mark[] {
  return issue.sections.flatMap((section) => [...checkSection(section), ...section.items.flatMap(checkItem)])
}
