import type { Issue } from '#shared/newsletter/issue'

/**
 * The one order of every list, as one text to index: date (or month), then number, then id to tell equals apart.
 * Set at publishing; the cursors of a list are made of it. Example: `2021-01-00:000204:204`.
 */
export function issueOrder(issue: Issue): string {
  const day = issue.date ?? `${issue.month}-00`
  const number = issue.number ?? issue.series.number ?? 0
  return `${day}:${String(number).padStart(6, '0')}:${issue.id}`
}
