import * as v from 'valibot'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'
import { type IssueSummary, IssueSummarySchema, type listIssues } from '#shared/issues/endpoints'
import type { KeptValue } from './kept-value'

type List = (input: EndpointInput<typeof listIssues>) => Promise<EndpointOutput<typeof listIssues>>

/** The list's first page as it was last seen, to start with at once and without a network. */
export const KeptPageSchema = v.array(IssueSummarySchema)
type KeptPage = KeptValue<IssueSummary[]>

/** Where the list stands; `issues` is null until there is something to show. */
export type IssueListing = {
  issues: readonly IssueSummary[] | null
  /** The cursor of the next page; null when all are shown, or that is not known yet. */
  next: string | null
  /** Why these may not be the newest issues. */
  trouble: ErrorCode | null
  /** Why the next page did not come. */
  nextTrouble: ErrorCode | null
}

export function startListing(kept: KeptPage): IssueListing {
  return { issues: kept.get(), next: null, trouble: null, nextTrouble: null }
}

/** The first page anew. */
export async function refreshListing(
  listing: IssueListing,
  kept: KeptPage,
  list: List,
): Promise<IssueListing> {
  try {
    const { issues, next } = await list({})
    kept.set(issues)
    return { issues, next, trouble: null, nextTrouble: null }
  } catch (thrown) {
    return { ...listing, trouble: AppError.from(thrown).code }
  }
}

/** One page more. An issue that was published in between may come twice: it is shown once. */
export async function extendListing(listing: IssueListing, list: List): Promise<IssueListing> {
  if (listing.next === null) return listing
  try {
    const { issues, next } = await list({ cursor: listing.next })
    const shown = listing.issues ?? []
    const known = new Set(shown.map((issue) => issue.id))
    const added = issues.filter((issue) => !known.has(issue.id))
    return { ...listing, issues: [...shown, ...added], next, nextTrouble: null }
  } catch (thrown) {
    return { ...listing, nextTrouble: AppError.from(thrown).code }
  }
}

/** The list without what has been withdrawn since. */
export function withoutIssues(listing: IssueListing, withdrawn: ReadonlySet<string>): IssueListing {
  if (!listing.issues || withdrawn.size === 0) return listing
  return { ...listing, issues: listing.issues.filter((issue) => !withdrawn.has(issue.id)) }
}
