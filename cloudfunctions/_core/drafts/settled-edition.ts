import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { DraftPorts } from './draft-ports'
import { editionOf, unsettledEdition } from './edition'

/** The edition that a draft of this text can have, and the draft that is in its way. */
export async function settledEdition(
  { drafts, series }: Pick<DraftPorts, 'drafts' | 'series'>,
  id: string,
  issue: DraftIssue,
): Promise<{ edition: string; sameNumberAs: string | null }> {
  const edition = editionOf(issue, await series())
  const holder = await drafts.findEdition(edition)
  if (!holder || holder.id === id) return { edition, sameNumberAs: null }
  return { edition: unsettledEdition(id), sameNumberAs: holder.id }
}
