import { randomBytes } from 'node:crypto'
import type { Role } from '#shared/editors/endpoints'
import { enterAudit } from '../audit/audit'
import { changeEditors, requireStillOwner } from './change-editors'
import { byEditor, type Editor, editorKey } from './editor'
import { type Invitation, invitationId, storedInvitation } from './invitation'
import { readInvitations } from './read-invitations'

const LASTS = 3 * 24 * 60 * 60_000

/** Makes a link that appoints whoever uses it first. The token is in this answer and nowhere else. */
export async function inviteEditor(
  { name, role }: { name: string; role: Role },
  owner: Editor,
  now: number,
): Promise<{ token: string; expiresAt: string }> {
  const token = randomBytes(16).toString('hex')
  const expiresAt = now + LASTS
  const invitation: Invitation = {
    id: invitationId(token),
    key: randomBytes(8).toString('hex'),
    name,
    role,
    byKey: editorKey(owner.openid),
    expiresAt,
    usedBy: null,
    notFor: [],
  }
  await changeEditors(async (transaction, editors) => {
    requireStillOwner(editors, owner)
    for (const old of await readInvitations())
      if (old.expiresAt <= now) await transaction.remove('invitations', old.id)
    await transaction.set('invitations', invitation.id, storedInvitation(invitation))
    await enterAudit(transaction, {
      id: `invite-${invitation.key}`,
      at: now,
      ...byEditor(owner),
      act: 'invite',
      subject: name,
      before: null,
      after: { role, expiresAt: new Date(expiresAt).toISOString() },
    })
  })
  return { token, expiresAt: new Date(expiresAt).toISOString() }
}
