import { LocalCloudError } from '../local-cloud-error'

const COUNTS = ['changed', 'matched'] as const

/**
 * What the cloud's `updated` counts is not documented: the documents that became others, or all that met the condition.
 * MongoDB knows both; a project is to pass under either.
 */
export type UpdatedCounts = (typeof COUNTS)[number]

/** CLOUD_UPDATED_COUNTS, or `changed` where it is not set. */
export function configuredUpdatedCounts(): UpdatedCounts {
  const text = process.env.CLOUD_UPDATED_COUNTS || 'changed'
  const counts = COUNTS.find((one) => one === text)
  if (counts) return counts
  throw new LocalCloudError(
    'NO_SETTING',
    `CLOUD_UPDATED_COUNTS is "${text}"; it takes ${COUNTS.join(' or ')}.`,
  )
}
