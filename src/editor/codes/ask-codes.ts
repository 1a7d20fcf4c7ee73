import { call } from '#cloud/call'
import { listCodes } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'

type Codes = EndpointOutput<typeof listCodes>

/** The first so many pages, read anew as one list: of the codes that editors made, or of those on posters. */
export async function askCodes(posters: boolean, pages: number): Promise<Codes> {
  let list: Codes = await call(listCodes, { posters })
  for (let page = 1; page < pages && list.next !== null; page += 1) {
    const { codes, issues, next } = await call(listCodes, { posters, cursor: list.next })
    list = { codes: [...list.codes, ...codes], issues: [...list.issues, ...issues], next }
  }
  return list
}
