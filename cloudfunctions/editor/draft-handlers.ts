import { beginDraft } from '#core/drafts/begin-draft'
import { cloudDraftPorts as ports } from '#core/drafts/cloud-draft-ports'
import { deleteDraft } from '#core/drafts/delete-draft'
import { draftView } from '#core/drafts/draft-view'
import { listDrafts } from '#core/drafts/list-drafts'
import { openDraft } from '#core/drafts/open-draft'
import { publishDraft } from '#core/drafts/publish-draft'
import { saveDraft } from '#core/drafts/save-draft'
import { unscheduleDraft } from '#core/drafts/unschedule-draft'
import { withdrawDraft } from '#core/drafts/withdraw-draft'
import { handleFor } from '#core/editors/serve-desk'
import * as endpoints from '#shared/drafts/endpoints'

/** From the first draft to the published issue. */
export const draftHandlers = [
  handleFor('editor', endpoints.listDrafts, ({ cursor }) => listDrafts(ports, cursor)),
  handleFor('editor', endpoints.getDraft, ({ id }) => openDraft(ports, id)),
  handleFor('editor', endpoints.beginDraft, async ({ seriesId }, { editor, now }) => ({
    id: await beginDraft(ports, seriesId, editor, now.getTime()),
  })),
  handleFor('editor', endpoints.saveDraft, (input, { editor, now }) =>
    saveDraft(ports, input, editor, now.getTime()),
  ),
  handleFor('editor', endpoints.deleteDraft, async (input, { editor, now }) => {
    await deleteDraft(ports, input, editor, now.getTime())
    return {}
  }),
  handleFor('editor', endpoints.publishDraft, async (input, { editor, now }) => {
    const { draft, campaign, alertTrouble } = await publishDraft(ports, input, editor, now.getTime())
    return { draft: draftView(draft), campaignId: campaign?.id ?? null, alertTrouble }
  }),
  handleFor('editor', endpoints.unscheduleDraft, async ({ id }, { editor, now }) => ({
    draft: draftView(await unscheduleDraft(ports, id, editor, now.getTime())),
  })),
  handleFor('editor', endpoints.withdrawDraft, async ({ id }, { editor, now }) => ({
    draft: draftView(await withdrawDraft(ports, id, editor, now.getTime())),
  })),
]
