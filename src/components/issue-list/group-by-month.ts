import type { IssueSummary } from '#shared/issues/endpoints'

export type MonthGroup = { month: string; issues: IssueSummary[] }

/** Issues of one month that follow each other, in the order in which they came. */
export function groupByMonth(issues: readonly IssueSummary[]): MonthGroup[] {
  const groups: MonthGroup[] = []
  for (const issue of issues) {
    const last = groups[groups.length - 1]
    if (last?.month === issue.month) last.issues.push(issue)
    else groups.push({ month: issue.month, issues: [issue] })
  }
  return groups
}
