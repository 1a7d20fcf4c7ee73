import { findItem } from '#shared/drafts/change-item'
import type { Difference } from '#shared/drafts/difference'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { readField } from '#shared/drafts/field-path'

/** What the draft has now where two hands differed: it may have been changed again since. */
export function presentValue({ key, part, ours }: Difference, issue: DraftIssue): unknown {
  const item = key === null ? null : (findItem(issue, key)?.item ?? null)
  const now = readField(key === null ? issue : item, part)
  // A whole item, its section and a section's title have no path of their own.
  return now === undefined ? ours : now
}
