import { beginDraft, publishDraft, saveDraft } from '#shared/drafts/endpoints'
import { aDraftItem, aDraftOf } from './a-draft'
import type { DeskCloud } from './desk-cloud'

/** Publishes a new issue of the weekly as an editor does; answers the draft that it can be withdrawn by. */
export async function publishByDraft(
  desk: DeskCloud,
  editor: string,
  number: number,
  overrides: Parameters<typeof aDraftOf>[1] = {},
): Promise<{ draftId: string; issueId: string }> {
  const issue = aDraftOf([aDraftItem()], {
    number,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number },
    ...overrides,
  })
  const { id } = await desk.call(beginDraft, {}, editor)
  await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, editor)
  await desk.call(publishDraft, { id, revision: 2, at: null, withAlerts: false, note: null }, editor)
  return { draftId: id, issueId: String(number) }
}
