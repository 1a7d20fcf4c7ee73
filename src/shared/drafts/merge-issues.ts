import type { Difference } from './difference'
import type { DraftIssue } from './draft-issue'

/** For the moment: what nobody mended is taken as it comes. */
export function mergeIssues(
  base: DraftIssue,
  ours: DraftIssue,
  theirs: DraftIssue,
): { issue: DraftIssue; differences: Difference[] } {
  const isMended = JSON.stringify(base) !== JSON.stringify(ours)
  return { issue: isMended ? ours : theirs, differences: [] }
}
