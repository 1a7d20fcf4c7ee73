import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import type { getIssue, listIssues } from '#shared/issues/endpoints'
import type { PublishedIssues } from './published-issue'

type IssuePage = EndpointOutput<typeof listIssues>
type IssueAnswer = Exclude<EndpointOutput<typeof getIssue>, { status: 'elsewhere' }>
type CurrentIssue = Extract<IssueAnswer, { status: 'current' }>

/** What an instance remembers at most: with the largest issues about 20 MB of its 256. */
const REMEMBERED = 100

export type IssueReader = {
  get(input: { id: string; revision?: number | undefined }): Promise<IssueAnswer>
  /** Whether readers may have it now. */
  isShown(id: string): Promise<boolean>
  list(input: {
    cursor?: string | undefined
    seriesId?: string | undefined
    limit: number
  }): Promise<IssuePage>
}

/**
 * Readers' calls, answered from memory: each asks once whether anything changed since, so that a withdrawal or a
 * correction is seen on the next call, by every instance.
 */
export function createIssueReader(published: PublishedIssues): IssueReader {
  const memory = new Map<string, { change: number; value: unknown }>()

  /** A value is kept with the change number that was read *before* it, so it can be newer than that, never older. */
  async function remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    const change = await published.lastChange()
    const known = memory.get(key)
    if (known?.change === change) return known.value as T
    const value = await read()
    memory.delete(key)
    memory.set(key, { change, value })
    const oldest = memory.keys().next().value
    if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest)
    return value
  }

  const current = (id: string) =>
    remembered(`issue ${id}`, async (): Promise<CurrentIssue | null> => {
      const found = await published.find(id)
      if (found?.state !== 'published') return null
      const { revision, issue, seriesId, correction } = found
      const told = correction && { at: new Date(correction.at).toISOString(), note: correction.note }
      return { status: 'current', revision, issue, seriesId, correction: told }
    })

  return {
    async get({ id, revision: held }) {
      const found = await current(id)
      if (!found) throw new AppError('NOT_FOUND', 'There is no such issue.')
      return found.revision === held ? { status: 'unchanged', revision: held } : found
    },

    isShown: async (id) => (await current(id)) !== null,

    list({ cursor, seriesId, limit }) {
      return remembered(`list ${seriesId ?? ''} ${cursor ?? ''} ${limit}`, async () => {
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
