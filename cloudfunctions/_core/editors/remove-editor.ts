import { AppError } from '#shared/errors'
import { type AuditEntry, enterAudit } from '../audit/audit'
import type { Transaction } from '../transaction'
import { changeEditors, requireStillOwner } from './change-editors'
import { byEditor, type Editor, editorKey } from './editor'
import type { StoredEditor } from './read-editors'
import { readInvitations } from './read-invitations'

/** Takes a role or an invitation back. Where there is neither any more, nothing is left to do. */
export async function removeEditor(key: string, owner: Editor, now: number): Promise<void> {
  await changeEditors(async (transaction, editors) => {
    requireStillOwner(editors, owner)
    const entry = { at: now, ...byEditor(owner), after: null }
    const removed = editors.find(({ openid }) => editorKey(openid) === key)
    if (removed) await takeRoleBack(transaction, editors, removed, entry)
    else await takeInvitationBack(transaction, key, entry)
  })
}

type Entry = Omit<AuditEntry, 'id' | 'act' | 'subject' | 'before'>

async function takeRoleBack(
  transaction: Transaction,
  editors: readonly StoredEditor[],
  { openid, role, name, since }: StoredEditor,
  entry: Entry,
): Promise<void> {
  if (role === 'owner' && editors.filter((each) => each.role === 'owner').length === 1)
    throw new AppError('CONFLICT', `${name} is the only owner: appoint another one first.`)
  await transaction.remove('editors', openid)
  await closeInvitations(transaction, editorKey(openid), entry.at)
  const id = `remove-editor-${editorKey(openid)}-${entry.at}`
  const before = { role, since: since === null ? null : new Date(since).toISOString() }
  await enterAudit(transaction, { ...entry, id, act: 'remove-editor', subject: name, before })
}

/**
 * Whoever has lost a role does not get it back by a link that they were sent, or saw, while they had it; and links that
 * they made appoint nobody, also not once they are owner again.
 */
async function closeInvitations(transaction: Transaction, key: string, now: number): Promise<void> {
  const open = (await readInvitations()).filter(({ usedBy, expiresAt }) => usedBy === null && now < expiresAt)
  for (const { id, ...invitation } of open) {
    const notFor = [...invitation.notFor, key]
    if (invitation.byKey === key) await transaction.remove('invitations', id)
    else await transaction.set('invitations', id, { ...invitation, notFor })
  }
}

async function takeInvitationBack(transaction: Transaction, key: string, entry: Entry): Promise<void> {
  const invitation = (await readInvitations()).find((each) => each.key === key && each.usedBy === null)
  if (!invitation) return
  const { id, name, role } = invitation
  await transaction.remove('invitations', id)
  await enterAudit(transaction, {
    ...entry,
    id: `remove-invitation-${key}`,
    act: 'remove-invitation',
    subject: name,
    before: { role },
  })
}
