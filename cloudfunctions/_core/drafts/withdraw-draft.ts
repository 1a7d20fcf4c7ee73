import { AppError } from '#shared/errors'
import { cancelWithin } from '../alerts/cancel-within'
import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import { issuesIn } from '../issues/cloud-published-issues'
import { withdrawIssue } from '../issues/publish-issue'
import type { Draft } from './draft'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'

/** Takes the issue of a draft away from readers, its campaign and its plans with it; the draft stays. */
export function withdrawDraft(
  ports: Pick<DraftPorts, 'transaction'>,
  id: string,
  editor: Editor,
  now: number,
): Promise<Draft> {
  return ports.transaction(async (transaction) => {
    const draft = await draftIn(transaction, id)
    const { issueId } = draft.published
    if (issueId === null) throw new AppError('NOT_FOUND', `No issue of the draft ${id} has been published.`)
    if (draft.published.isWithdrawn) return draft
    const withdrawn = await withdrawIssue(issuesIn(transaction), issueId)
    await cancelWithin(transaction, `${issueId}:${withdrawn.seriesId}`, 'The issue was withdrawn.', now)
    const next = {
      ...draft,
      published: { ...draft.published, isWithdrawn: true },
      plan: null,
      publishAt: null,
    }
    await putDraft(transaction, next)
    await enterAudit(transaction, {
      id: `withdraw:${issueId}:${withdrawn.revision}`,
      at: now,
      byKey: editorKey(editor.openid),
      by: editor.name,
      act: 'withdraw',
      subject: issueId,
      before: { state: 'published' },
      after: { state: 'withdrawn', revision: withdrawn.revision },
    })
    return next
  })
}
