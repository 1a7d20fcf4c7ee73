import type { InferOutput } from 'valibot'
import type { Target } from '#shared/codes/target'
import type { EndpointOutput } from '#shared/endpoint'
import type { followCode as endpoint } from '#shared/issues/endpoints'
import type { IssueReader } from '../issues/read-issues'
import { addOne } from '../statistics/sharded-count'
import { findCode } from './code'

/**
 * Where a code leads, and counts the phone that came by it. Of a token that means nothing, or nothing any more, nothing
 * is told and nothing counted.
 */
export async function followCode(
  reader: Pick<IssueReader, 'isShown'>,
  { token, isFirst }: InferOutput<(typeof endpoint)['input']>,
): Promise<EndpointOutput<typeof endpoint>> {
  const code = await findCode(token)
  if (code?.state !== 'active' || !(await isShown(reader, code.target))) return { target: null }
  if (isFirst) await addOne('arrivals', { token }, ['readers'])
  return { target: code.target }
}

async function isShown(reader: Pick<IssueReader, 'isShown'>, target: Target): Promise<boolean> {
  return target.kind !== 'issue' || reader.isShown(target.issueId)
}
