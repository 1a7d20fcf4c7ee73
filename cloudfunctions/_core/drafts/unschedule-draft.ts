import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import type { Draft } from './draft'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'

/** Takes a plan back; where there is none, also because it was just carried out, nothing changes. */
export function unscheduleDraft(
  { transaction }: Pick<DraftPorts, 'transaction'>,
  id: string,
  editor: Editor,
  now: number,
): Promise<Draft> {
  return transaction(async (step) => {
    const draft = await draftIn(step, id)
    if (!draft.plan) return draft
    const next = { ...draft, plan: null, publishAt: null }
    await putDraft(step, next)
    await enterAudit(step, {
      id: `unschedule:${id}:${now}`,
      at: now,
      byKey: editorKey(editor.openid),
      by: editor.name,
      act: 'unschedule',
      subject: id,
      before: { at: draft.publishAt },
      after: null,
    })
    return next
  })
}
