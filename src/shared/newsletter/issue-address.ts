import * as v from 'valibot'
import { IssueIdSchema } from './issue'

const PAGE = '/pages/issue/index'

/** Where an issue is read: the path that shared cards, codes and alerts carry. */
export function issueAddress(id: string): string {
  return `${PAGE}?id=${id}`
}

/** The id in what a page was opened with. Anybody can make up a link, so it may be anything: then null. */
export function issueIdOf(query: { id?: string | undefined }): string | null {
  return v.is(IssueIdSchema, query.id) ? query.id : null
}
