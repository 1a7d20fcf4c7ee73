import type { Target } from '#shared/codes/target'
import { AppError } from '#shared/errors'
import { cloudPublishedIssues } from '../issues/cloud-published-issues'
import { cloudSeriesRecords } from '../series/cloud-series-records'

/** Throws where readers would find nothing there. */
export async function requireTarget(target: Target): Promise<void> {
  if (!(await isThere(target)))
    throw new AppError('NOT_FOUND', `There is no such ${target.kind}: a code leads to what readers can see.`)
}

async function isThere(target: Target): Promise<boolean> {
  if (target.kind === 'home') return true
  if (target.kind === 'series') return (await cloudSeriesRecords()).some(({ id }) => id === target.seriesId)
  return (await cloudPublishedIssues.find(target.issueId))?.state === 'published'
}
