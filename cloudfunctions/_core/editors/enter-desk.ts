import type { enterDesk as endpoint } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { ownerCode } from './owner-code'
import { hasOwner, readEditors } from './read-editors'

export async function enterDesk(openid: string): Promise<EndpointOutput<typeof endpoint>> {
  const editors = await readEditors()
  const caller = editors.find((each) => each.openid === openid)
  const isUnclaimed = !hasOwner(editors) && ownerCode() !== null
  return { role: caller?.role ?? null, name: caller?.name ?? '', isUnclaimed }
}
