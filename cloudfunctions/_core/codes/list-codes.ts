import type { listCodes as endpoint } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { fromStored } from '../from-stored'
import { database } from '../wx'
import type { StoredCode } from './code'
import { viewCodes } from './view-codes'

const PAGE = 20

/** The latest first; `cursor` is the `next` of the page before. */
export async function listCodes(cursor: string | undefined): Promise<EndpointOutput<typeof endpoint>> {
  const before = cursor === undefined ? {} : { order: database.command.lt(cursor) }
  const codes = database.collection('codes').where(before).orderBy('order', 'desc')
  // One more than is shown tells whether there is a next page.
  const { data } = await codes.limit(PAGE + 1).get()
  const shown = data.slice(0, PAGE).map(fromStored<StoredCode>)
  return { codes: await viewCodes(shown), next: data.length > PAGE ? (shown.at(-1)?.order ?? null) : null }
}
