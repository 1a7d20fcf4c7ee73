import type { listAudit as endpoint } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { AuditEntry } from './audit'

const PAGE = 50

const { command } = database

/** What was done, the latest first; `cursor` is the `next` of the page before. */
export async function listAudit(cursor: string | undefined): Promise<EndpointOutput<typeof endpoint>> {
  const found = cursor === undefined ? await newest({}, PAGE + 1) : await after(cursor)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    entries: shown.map(({ id, at, by, act, subject, before, after: became }) => ({
      id,
      at: new Date(at).toISOString(),
      by,
      act,
      subject,
      before,
      after: became,
    })),
    next: found.length > PAGE && last ? `${last.at}:${last.id}` : null,
  }
}

/** First the rest of those of the same moment, then the older ones: each a stretch of the index. */
async function after(cursor: string): Promise<AuditEntry[]> {
  const colon = cursor.indexOf(':')
  const at = Number(cursor.slice(0, colon))
  const same = await newest({ at, _id: command.lt(cursor.slice(colon + 1)) }, PAGE + 1)
  if (same.length > PAGE) return same
  return [...same, ...(await newest({ at: command.lt(at) }, PAGE + 1 - same.length))]
}

async function newest(condition: Record<string, unknown>, limit: number): Promise<AuditEntry[]> {
  const { data } = await database
    .collection('audit')
    .where(condition)
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data.map(fromStored<AuditEntry>)
}
