import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'
import { publishPlanned } from './publish-draft'

/** Publishes what was planned for now or before. What stands against it is kept with the draft, for its editors to see. */
export async function publishDue(ports: DraftPorts, now: number): Promise<void> {
  for (const id of await ports.drafts.due(now)) {
    try {
      await publishPlanned(ports, id, now)
    } catch (thrown) {
      // What failed by itself is tried again a minute later.
      if (thrown instanceof AppError) await giveUp(ports, id, thrown.message, now)
      else console.error(thrown)
    }
  }
}

async function giveUp(ports: DraftPorts, id: string, trouble: string, now: number): Promise<void> {
  await ports.transaction(async (transaction) => {
    const draft = await draftIn(transaction, id)
    if (!draft.plan) return
    await putDraft(transaction, { ...draft, plan: null, publishAt: null, trouble })
    await enterAudit(transaction, {
      id: `plan-failed:${id}:${draft.publishAt}`,
      at: now,
      byKey: draft.plan.byKey,
      by: draft.plan.by,
      act: 'plan-failed',
      subject: id,
      before: { at: draft.publishAt },
      after: { trouble },
    })
  })
}
