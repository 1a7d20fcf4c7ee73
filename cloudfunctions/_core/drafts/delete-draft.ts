import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import { draftIn } from './draft-in'
import type { DraftPorts } from './draft-ports'

/** The entry of a draft's deletion in the audit trail. It also keeps the id from being given again: see `freeId`. */
export function deletionOf(id: string): string {
  return `delete-draft:${id}`
}

/** What was published once stays: readers have its address. The text of a deleted draft stays in the audit trail. */
export async function deleteDraft(
  ports: Pick<DraftPorts, 'transaction'>,
  { id, revision }: { id: string; revision: number },
  editor: Editor,
  now: number,
): Promise<void> {
  await ports.transaction(async (transaction) => {
    if (!(await transaction.get('drafts', id))) return
    const draft = await draftIn(transaction, id)
    if (draft.published.issueId !== null)
      throw new AppError('CONFLICT', `The draft ${id} was published: withdraw the issue instead.`)
    if (draft.revision !== revision)
      throw new AppError('CONFLICT', `${draft.changedBy} has changed the draft ${id} since.`)
    await transaction.remove('drafts', id)
    await enterAudit(transaction, {
      id: deletionOf(id),
      at: now,
      byKey: editorKey(editor.openid),
      by: editor.name,
      act: 'delete-draft',
      subject: id,
      before: draft.issue,
      after: null,
    })
  })
}
