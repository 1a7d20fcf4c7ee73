import type { Target } from '#shared/codes/target'
import { AppError } from '#shared/errors'
import { cloudSeriesRecords } from '../series/cloud-series-records'
import { database } from '../wx'

/** Throws where there is no such series, or readers cannot have the issue. */
export async function requireTarget(target: Target): Promise<void> {
  if (!(await isThere(target)))
    throw new AppError('NOT_FOUND', `There is no such ${target.kind}: a code leads to what readers can see.`)
}

async function isThere(target: Target): Promise<boolean> {
  if (target.kind === 'home') return true
  if (target.kind === 'series') return (await cloudSeriesRecords()).some(({ id }) => id === target.seriesId)
  // Its text, which may be long, is not wanted.
  const shown = database.collection('issues').where({ _id: target.issueId, state: 'published' })
  return (await shown.count()).total > 0
}
