import { call } from '#cloud/call'
import { type IssueSummary, listIssues } from '#shared/issues/endpoints'
import { listSeries, type SeriesRecord } from '#shared/series/endpoints'

/** What a code may lead to beside the home page. */
export type PossibleTargets = {
  series: readonly SeriesRecord[]
  /** The newest first. */
  issues: readonly IssueSummary[]
  /** Where earlier issues go on; null: these are all. */
  next: string | null
}

/** So few that what is done with the chosen one is still in sight below them. */
const AT_FIRST = 8

export async function askPossibleTargets(): Promise<PossibleTargets> {
  const [{ series }, { issues, next }] = await Promise.all([
    call(listSeries, {}),
    call(listIssues, { limit: AT_FIRST }),
  ])
  return { series, issues, next }
}
