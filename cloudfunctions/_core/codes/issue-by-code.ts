import type { InferOutput } from 'valibot'
import type { EndpointOutput } from '#shared/endpoint'
import type { getIssue as endpoint } from '#shared/issues/endpoints'
import type { IssueReader } from '../issues/read-issues'
import { followCode } from './follow-code'

type ByToken = Extract<InferOutput<(typeof endpoint)['input']>, { token: string }>

/** What a code means and the issue that it leads to, in one answer. */
export async function issueByCode(
  reader: IssueReader,
  { token, held, isFirst }: ByToken,
): Promise<EndpointOutput<typeof endpoint>> {
  const { target } = await followCode(reader, { token, isFirst })
  if (target?.kind !== 'issue') return { status: 'elsewhere', target }
  const { issueId } = target
  return reader.get({ id: issueId, revision: held?.id === issueId ? held.revision : undefined })
}
