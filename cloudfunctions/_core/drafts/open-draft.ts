import type { getDraft as endpoint } from '#shared/drafts/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { seriesIdOf } from '../series/resolve-series'
import type { DraftPorts } from './draft-ports'
import { draftView } from './draft-view'
import { nextNumbers } from './next-numbers'

/** A draft with what its series offers. */
export async function openDraft(
  ports: Pick<DraftPorts, 'drafts' | 'published' | 'series'>,
  id: string,
): Promise<EndpointOutput<typeof endpoint>> {
  const [draft, records] = await Promise.all([ports.drafts.find(id), ports.series()])
  if (!draft) throw new AppError('NOT_FOUND', `There is no draft ${id}.`)
  const seriesId = seriesIdOf(draft.issue.series.title, records)
  const record = records.find((each) => each.id === seriesId)
  return {
    draft: draftView(draft),
    defaults: record?.defaults ?? null,
    next: await nextNumbers(ports, seriesId, id),
  }
}
