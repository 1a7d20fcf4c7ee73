import { isDeepStrictEqual } from 'node:util'
import type { saveDraft as endpoint } from '#shared/drafts/endpoints'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { enterAudit } from '../audit/audit'
import { type Editor, editorKey } from '../editors/editor'
import { changedParts } from './changed-parts'
import { type Draft, summarizeDraft } from './draft'
import { draftIn, putDraft } from './draft-in'
import type { DraftPorts } from './draft-ports'
import { draftView } from './draft-view'
import { requireFit } from './require-fit'
import { settledEdition } from './settled-edition'

type Input = EndpointInput<typeof endpoint>

/** Stores what an editor has in hand, unless another was quicker: then what is stored is answered, and nothing changed. */
export function saveDraft(
  ports: DraftPorts,
  { id, revision, issue, differences, dismissed }: Input,
  editor: Editor,
  now: number,
): Promise<EndpointOutput<typeof endpoint>> {
  return ports.transaction(async (transaction) => {
    const stored = await draftIn(transaction, id)
    const { edition, sameNumberAs } = await settledEdition(ports, id, issue)
    const next: Draft = {
      ...stored,
      edition,
      revision: revision + 1,
      issue,
      differences,
      dismissed: withNames(dismissed, stored.dismissed, editor.name),
      changedAt: now,
      changedByKey: editorKey(editor.openid),
      changedBy: editor.name,
      summary: summarizeDraft(issue),
    }
    // The same again, after an answer that was lost.
    if (isSameSaving(stored, next)) return { status: 'saved', revision: stored.revision, sameNumberAs }
    if (stored.revision !== revision) return { status: 'conflict', draft: draftView(stored) }
    requireFit(next)
    await putDraft(transaction, next)
    await enterAudit(transaction, {
      id: `save-draft:${id}:${next.revision}`,
      at: now,
      byKey: next.changedByKey,
      by: editor.name,
      act: 'save-draft',
      subject: id,
      ...changedParts(stored.issue, issue),
    })
    return { status: 'saved', revision: next.revision, sameNumberAs }
  })
}

/** Who dismissed a mark is known to the server alone; one that was dismissed before keeps its name. */
function withNames(
  dismissed: Input['dismissed'],
  before: Draft['dismissed'],
  name: string,
): Draft['dismissed'] {
  return dismissed.map(({ mark, reason }) => {
    const known = before.find((each) => each.mark === mark && each.reason === reason)
    return known ?? { mark, reason, by: name }
  })
}

function isSameSaving(stored: Draft, next: Draft): boolean {
  const parts = ({ revision, changedByKey, issue, differences, dismissed }: Draft) => [
    revision,
    changedByKey,
    issue,
    differences,
    dismissed,
  ]
  return isDeepStrictEqual(parts(stored), parts(next))
}
