import type { InferOutput } from 'valibot'
import type { listCodes as endpoint } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import type { IssueSummary } from '#shared/issues/endpoints'
import { fromStored } from '../from-stored'
import type { PublishedIssue } from '../issues/published-issue'
import { database } from '../wx'
import type { StoredCode } from './code'
import { viewCodes } from './view-codes'

const PAGE = 20

/** The latest first; `cursor` is the `next` of the page before. */
export async function listCodes({
  posters,
  cursor,
}: InferOutput<(typeof endpoint)['input']>): Promise<EndpointOutput<typeof endpoint>> {
  const before = cursor === undefined ? {} : { order: database.command.lt(cursor) }
  const codes = database
    .collection('codes')
    .where({ isPoster: posters, ...before })
    .orderBy('order', 'desc')
  // One more than is shown tells whether there is a next page.
  const { data } = await codes.limit(PAGE + 1).get()
  const shown = data.slice(0, PAGE).map(fromStored<StoredCode>)
  const [views, issues] = await Promise.all([viewCodes(shown), issuesLedTo(shown)])
  return { codes: views, issues, next: data.length > PAGE ? (shown.at(-1)?.order ?? null) : null }
}

async function issuesLedTo(codes: readonly StoredCode[]): Promise<IssueSummary[]> {
  const ids = codes.flatMap(({ target }) => (target.kind === 'issue' ? [target.issueId] : []))
  const issues = database.collection('issues').where({ _id: database.command.in(ids), state: 'published' })
  const { data } = await issues.field({ summary: true }).limit(PAGE).get()
  return (data as Pick<PublishedIssue, 'summary'>[]).map(({ summary }) => summary)
}
