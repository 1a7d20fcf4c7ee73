import * as drafts from '#shared/drafts/endpoints'
import { anIssue, anIssueOf } from '../../support/an-issue'
import { COLLEAGUE, type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterEach(async () => {
  for (const name of ['drafts', 'audit'])
    await desk.database
      .collection(name)
      .where({ _id: desk.database.command.gt('') })
      .remove()
})
afterAll(() => desk.close())

/** What an editor has in hand of a draft, with a change. */
async function inHand(id: string) {
  const { draft } = await desk.does(EDITOR, drafts.getDraft, { id })
  const { revision, issue, differences, dismissed } = draft
  return { id, revision, issue: { ...issue, month: '2021-07' }, differences, dismissed }
}

it('leaves all that was done with it in the audit trail, whatever is imported after it', async () => {
  for (const _ of ['first', 'second']) {
    const { id } = await desk.desk.importDraft(anImport(anIssue()))
    await desk.does(EDITOR, drafts.saveDraft, await inHand(id))
    await desk.does(EDITOR, drafts.deleteDraft, { id, revision: 2 })
  }
  const acts = (await desk.stored('audit')).map(({ act }) => act).sort()
  expect(acts).toEqual(['delete-draft', 'delete-draft', 'import', 'import', 'save-draft', 'save-draft'])
})

it('is not what a later document of its number becomes: who had it in hand overwrites nothing', async () => {
  const old = await desk.desk.importDraft(anImport(anIssue()))
  const late = await inHand(old.id)
  await desk.does(COLLEAGUE, drafts.deleteDraft, { id: old.id, revision: 1 })
  const fresh = await desk.desk.importDraft(anImport(anIssueOf(3)))
  expect(await desk.reply(EDITOR.openid, drafts.saveDraft, late)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  const { draft } = await desk.does(EDITOR, drafts.getDraft, { id: fresh.id })
  expect(draft).toMatchObject({ revision: 1, issue: { month: '2021-06' } })
})
