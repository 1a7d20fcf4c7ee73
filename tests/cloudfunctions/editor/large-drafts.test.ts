import type { DraftItem } from '#shared/drafts/draft-issue'
import * as drafts from '#shared/drafts/endpoints'
import { listAudit } from '#shared/editors/endpoints'
import type { Issue } from '#shared/newsletter/issue'
import { anIssue, anIssueOf, anItem } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, OWNER, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterEach(async () => {
  for (const name of ['drafts', 'issues', 'numbers', 'audit'])
    await desk.database
      .collection(name)
      .where({ _id: desk.database.command.gt('') })
      .remove()
})
afterAll(() => desk.close())

const importIt = (issue: Issue, draftId?: string) => desk.desk.importDraft({ ...anImport(issue), draftId })
const open = async (id: string) => (await desk.does(EDITOR, drafts.getDraft, { id })).draft

/** Saves the draft with each of its items changed. */
async function saveEach(id: string, change: (item: DraftItem) => Partial<DraftItem>) {
  const { revision, issue, differences, dismissed } = await open(id)
  const sections = issue.sections.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, ...change(item) })),
  }))
  const input = { id, revision, issue: { ...issue, sections }, differences, dismissed }
  return desk.reply(EDITOR.openid, drafts.saveDraft, input)
}

it('of 200 items are saved, published and read like any other', async () => {
  const { id } = await importIt(anIssueOf(200))
  expect(await saveEach(id, ({ title }) => ({ title: { ...title, en: null } }))).toMatchObject({
    data: { status: 'saved', revision: 2 },
  })
  const publication = { id, revision: 2, at: null, withAlerts: false, note: null }
  expect(await desk.reply(EDITOR.openid, drafts.publishDraft, publication)).toMatchObject({ ok: true })
  expect(await desk.call({ endpoint: 'get', input: { id: '301' } })).toMatchObject({
    data: { status: 'current' },
  })
})

it('that no phone could be given are not stored, and say what to do', async () => {
  const { id } = await importIt(anIssue())
  const body = { zh: [[{ text: '数据出境安全评估办法自公布之日起施行。'.repeat(13_000) }]], en: null }
  expect(await saveEach(id, () => ({ body }))).toMatchObject({
    error: { code: 'INVALID_INPUT', message: expect.stringContaining('into another issue') },
  })
  expect(await open(id)).toMatchObject({ revision: 1 })
})

it('do not come of a document that is imported into a draft whose every item was mended', async () => {
  const { id } = await importIt(anIssueOf(120))
  await saveEach(id, ({ title }) => ({ title: { ...title, zh: `经人工修改：${title.zh}` } }))
  const items = Array.from({ length: 120 }, (_, index) =>
    anItem({
      title: { zh: `第${index}条全新的消息`, en: null },
      body: { zh: [[{ text: `与原稿毫无关系的内容，编号${index}。` }]], en: null },
      source: { zh: null, en: null },
    }),
  )
  const [section] = anIssue().sections
  const other = anIssue({ sections: [{ title: section?.title ?? { zh: null, en: null }, items }] })
  await expect(importIt(other, id)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect(await open(id)).toMatchObject({ revision: 2 })
})

it('leave an audit trail that can be read, page by page, each entry once', async () => {
  const { id } = await importIt(anIssueOf(100))
  for (let count = 1; count <= 12; count += 1)
    await saveEach(id, ({ source }) => ({ source: { ...source, en: `https://example.com/${count}` } }))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await desk.does(OWNER, listAudit, cursor === undefined ? {} : { cursor })
    expect(JSON.stringify(page).length).toBeLessThan(500_000)
    seen.push(...page.entries.map((entry) => entry.id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const stored = await desk.stored('audit')
  expect([...seen].sort()).toEqual(stored.map(({ _id }) => _id).sort())
})
