import type { listAudit as endpoint } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { AuditEntry } from './audit'

type Page = EndpointOutput<typeof endpoint>

const PAGE = 50

/** Entries read at once: one may be as large as two issues. */
const READ = 10

/** Characters of JSON, of which WeChat gives a phone 1 MB: a page ends before it has more, though not before its first entry. */
const LARGEST_PAGE = 200_000

/** Characters of JSON of what was before, or after: of a longer one the beginning is shown. */
const LARGEST_VALUE = 50_000

const { command } = database

/** What was done, the latest first; `cursor` is the `next` of the page before. */
export async function listAudit(cursor: string | undefined): Promise<Page> {
  const entries: Page['entries'] = []
  let size = 0
  let next: string | null = null
  for await (const entry of entriesAfter(cursor)) {
    const shown = view(entry)
    size += JSON.stringify(shown).length
    if (entries.length === PAGE || (entries.length > 0 && size > LARGEST_PAGE)) return { entries, next }
    entries.push(shown)
    next = cursorOf(entry)
  }
  return { entries, next: null }
}

function view({ id, at, by, act, subject, before, after }: AuditEntry): Page['entries'][number] {
  return {
    id,
    at: new Date(at).toISOString(),
    by,
    act,
    subject,
    before: beginningOf(before),
    after: beginningOf(after),
  }
}

function beginningOf(value: unknown): unknown {
  const text = JSON.stringify(value)
  if (text === undefined || text.length <= LARGEST_VALUE) return value
  return `${text.slice(0, LARGEST_VALUE)} … (${text.length} characters; all of it is in the collection audit)`
}

const cursorOf = ({ at, id }: AuditEntry) => `${at}:${id}`

async function* entriesAfter(cursor: string | undefined): AsyncGenerator<AuditEntry> {
  let from = cursor
  for (;;) {
    const found = from === undefined ? await newest({}, READ) : await after(from)
    yield* found
    const last = found.at(-1)
    if (!last || found.length < READ) return
    from = cursorOf(last)
  }
}

/** First the rest of those of the same moment, then the older ones: each a stretch of the index. */
async function after(cursor: string): Promise<AuditEntry[]> {
  const colon = cursor.indexOf(':')
  const at = Number(cursor.slice(0, colon))
  const same = await newest({ at, _id: command.lt(cursor.slice(colon + 1)) }, READ)
  if (same.length === READ) return same
  return [...same, ...(await newest({ at: command.lt(at) }, READ - same.length))]
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
