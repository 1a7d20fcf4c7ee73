import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { TakenByOthers } from '../transaction'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'
import { publishPlanned } from './publish-draft'

/** Publishes what was planned for now or before. What stands against it is kept with the draft, for its editors to see. */
export async function publishDue(ports: DraftPorts, now: number): Promise<void> {
  for (const id of await ports.drafts.due(now)) {
    try {
      await publishOrGiveUp(ports, id, now)
    } catch (thrown) {
      // What failed by itself, or met others at work, is tried again a minute later.
      console.error(thrown)
    }
  }
}

async function publishOrGiveUp(ports: DraftPorts, id: string, now: number): Promise<void> {
  try {
    await publishPlanned(ports, id, now)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown instanceof TakenByOthers) throw thrown
    await giveUp(ports, id, thrown, now)
  }
}

async function giveUp(
  ports: DraftPorts,
  id: string,
  { code, message }: AppError,
  now: number,
): Promise<void> {
  await ports.transaction(async (transaction) => {
    const draft = await draftIn(transaction, id)
    // One that was planned anew meanwhile is another plan.
    if (!draft.plan || draft.publishAt === null || draft.publishAt > now) return
    await putDraft(transaction, { ...draft, plan: null, publishAt: null, trouble: code })
    await enterAudit(transaction, {
      id: `plan-failed:${id}:${draft.publishAt}`,
      at: now,
      byKey: draft.plan.byKey,
      by: draft.plan.by,
      act: 'plan-failed',
      subject: id,
      before: { at: draft.publishAt },
      after: { trouble: message },
    })
  })
}
