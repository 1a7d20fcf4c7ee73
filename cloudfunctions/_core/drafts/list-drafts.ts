import type { listDrafts as endpoint } from '#shared/drafts/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import type { DraftPorts } from './draft-ports'
import { summaryView } from './draft-view'

const A_PAGE = 30

/** The latest changed first. A cursor is the last one's `changedAt:id`. */
export async function listDrafts(
  { drafts }: Pick<DraftPorts, 'drafts'>,
  cursor: string | undefined,
): Promise<EndpointOutput<typeof endpoint>> {
  const [changedAt, id] = cursor?.split(':') ?? []
  const before = changedAt === undefined || id === undefined ? null : { changedAt: Number(changedAt), id }
  // One more than shown tells whether there is a next page.
  const found = await drafts.page(before, A_PAGE + 1)
  const shown = found.slice(0, A_PAGE)
  const last = shown.at(-1)
  return {
    drafts: shown.map(summaryView),
    next: found.length > A_PAGE && last ? `${last.changedAt}:${last.id}` : null,
  }
}
