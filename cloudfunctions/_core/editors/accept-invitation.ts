import type { Role } from '#shared/editors/endpoints'
import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { enterRefusal } from '../audit/enter-refusal'
import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import { database } from '../wx'
import { changeEditors } from './change-editors'
import { byEditor, editorKey } from './editor'
import { type Invitation, invitationId, isOpen, storedInvitation } from './invitation'
import { putEditor } from './put-editor'
import type { StoredEditor } from './read-editors'

type Acceptance = { token: string; openid: string; now: number }

/**
 * Appoints the caller by a link, which is used up then. The same person gets the same answer again. Who has the role
 * already, or a higher one, keeps it, and the link stays for whom it was meant for.
 */
export async function acceptInvitation(acceptance: Acceptance): Promise<{ role: Role }> {
  const id = invitationId(acceptance.token)
  // Made-up tokens cost nothing that would hold editors up.
  const { data } = await database.collection('invitations').doc(id).get()
  const role = data
    ? await changeEditors((transaction, editors) => accept(transaction, editors, id, acceptance))
    : null
  if (role) return { role }
  const { openid, now } = acceptance
  await enterRefusal({ openid, by: '', call: 'editor/accept', now })
  throw new AppError(
    'FORBIDDEN',
    'This invitation is unknown, used, taken back or expired: ask for a new one.',
  )
}

/** Null where the link appoints nobody, or not this caller. */
async function accept(
  transaction: Transaction,
  editors: readonly StoredEditor[],
  id: string,
  { openid, now }: Acceptance,
): Promise<Role | null> {
  const stored = await transaction.get('invitations', id)
  if (!stored) return null
  const invitation = fromStored<Invitation>(stored)
  const key = editorKey(openid)
  const before = editors.find((each) => each.openid === openid) ?? null
  // One whose role was taken back since does not get it again.
  if (invitation.usedBy === key) return before?.role ?? null
  const owners = editors.filter(({ role }) => role === 'owner').map((owner) => editorKey(owner.openid))
  if (!isOpen(invitation, new Set(owners), now) || invitation.notFor.includes(key)) return null
  if (before && (before.role === 'owner' || invitation.role === 'editor')) return before.role

  const { name, role } = invitation
  await transaction.set('invitations', id, storedInvitation({ ...invitation, usedBy: key }))
  await putEditor(transaction, { openid, role, name }, now)
  await enterAudit(transaction, {
    id: `accept-${invitation.key}`,
    at: now,
    ...byEditor({ openid, name }),
    act: 'accept',
    subject: name,
    before: before && { role: before.role },
    after: { role },
  })
  return role
}
