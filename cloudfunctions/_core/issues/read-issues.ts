import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { getIssue, listIssues } from '#shared/issues/endpoints'
import type { PublishedIssues } from './published-issue'

type IssuePage = EndpointOutput<typeof listIssues>
type IssueAnswer = Exclude<EndpointOutput<typeof getIssue>, { status: 'elsewhere' }>
export type CurrentIssue = Extract<IssueAnswer, { status: 'current' }>

/** What an instance remembers at most: with the largest issues about 20 MB of its 256. */
const REMEMBERED = 100

/** `change`: the last change number, where this call has read it already. */
export type IssueReader = {
  lastChange(): Promise<number>
  /** null where readers may not have it now. */
  find(id: string, change?: number): Promise<CurrentIssue | null>
  get(input: { id: string; revision?: number | undefined }): Promise<IssueAnswer>
  list(
    input: { cursor?: string | undefined; seriesId?: string | undefined; limit: number },
    change?: number,
  ): Promise<IssuePage>
}

/** Without the text for whoever holds it. */
export function answerTo(held: number | undefined, found: CurrentIssue): IssueAnswer {
  return found.revision === held ? { status: 'unchanged', revision: held } : found
}

/**
 * Readers' calls, answered from memory: each asks once whether anything changed since, so that a withdrawal or a
 * correction is seen on the next call, by every instance.
 */
export function createIssueReader(published: PublishedIssues): IssueReader {
  const memory = new Map<string, { change: number; value: unknown }>()

  /** A value is kept with the change number that was read *before* it, so it can be newer than that, never older. */
  async function remembered<T>(key: string, asOf: number | undefined, read: () => Promise<T>): Promise<T> {
    const change = asOf ?? (await published.lastChange())
    const known = memory.get(key)
    if (known?.change === change) return known.value as T
    const value = await read()
    memory.delete(key)
    memory.set(key, { change, value })
    const oldest = memory.keys().next().value
    if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest)
    return value
  }

  const find: IssueReader['find'] = (id, asOf) =>
    remembered(`issue ${id}`, asOf, async (): Promise<CurrentIssue | null> => {
      const found = await published.find(id)
      if (found?.state !== 'published') return null
      const { revision, issue, seriesId, correction } = found
      const told = correction && { at: new Date(correction.at).toISOString(), note: correction.note }
      return { status: 'current', revision, issue, seriesId, correction: told }
    })

  return {
    lastChange: published.lastChange,
    find,

    async get({ id, revision }) {
      const found = await find(id)
      if (!found) throw new AppError('NOT_FOUND', 'There is no such issue.')
      return answerTo(revision, found)
    },

    list({ cursor, seriesId, limit }, asOf) {
      return remembered(`list ${seriesId ?? ''} ${cursor ?? ''} ${limit}`, asOf, async () => {
        // One more than asked for tells whether there is a next page.
        const rows = await published.page({ seriesId, before: cursor, limit: limit + 1 })
        const shown = rows.slice(0, limit)
        const last = shown.at(-1)
        return {
          issues: shown.map((row) => row.summary),
          next: rows.length > limit && last ? last.order : null,
        }
      })
    },
  }
}
