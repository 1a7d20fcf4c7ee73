import { call } from '#cloud/call'
import { listCodes } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'

type Codes = EndpointOutput<typeof listCodes>

/** The first so many pages, read anew as one list. */
export async function askCodes(pages: number): Promise<Codes> {
  let list: Codes = await call(listCodes, {})
  for (let page = 1; page < pages && list.next !== null; page += 1) {
    const { codes, issues, next } = await call(listCodes, { cursor: list.next })
    list = { codes: [...list.codes, ...codes], issues: [...list.issues, ...issues], next }
  }
  return list
}
