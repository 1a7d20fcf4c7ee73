import type { listEditors as endpoint } from '#shared/editors/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { editorKey } from './editor'
import { isOpen } from './invitation'
import { readEditors } from './read-editors'
import { readInvitations } from './read-invitations'

/** Who has a role, and which invitations may still be used. */
export async function listEditors(openid: string, now: number): Promise<EndpointOutput<typeof endpoint>> {
  const [editors, invitations] = await Promise.all([readEditors(), readInvitations()])
  const owners = new Set(
    editors.filter(({ role }) => role === 'owner').map((owner) => editorKey(owner.openid)),
  )
  return {
    editors: editors.map(({ name, role, since, ...editor }) => ({
      key: editorKey(editor.openid),
      name,
      role,
      since: since === null ? '' : new Date(since).toISOString(),
      isYou: editor.openid === openid,
    })),
    invitations: invitations
      .filter((invitation) => isOpen(invitation, owners, now))
      .sort((one, other) => one.expiresAt - other.expiresAt)
      .map(({ key, name, role, expiresAt }) => ({
        key,
        name,
        role,
        expiresAt: new Date(expiresAt).toISOString(),
      })),
  }
}
