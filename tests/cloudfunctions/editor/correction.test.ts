import * as drafts from '#shared/drafts/endpoints'
import type { Issue } from '#shared/newsletter/issue'
import { anIssue, anIssueOf } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterEach(async () => {
  for (const name of ['drafts', 'issues', 'numbers', 'audit', 'series'])
    await desk.database
      .collection(name)
      .where({ _id: desk.database.command.gt('') })
      .remove()
})
afterAll(() => desk.close())

const importIt = (issue: Issue) => desk.desk.importDraft(anImport(issue))
const numbered = (issue: Issue, number: number): Issue => ({
  ...issue,
  id: String(number),
  number,
  series: { ...issue.series, number: number - 211 },
})

const publish = ({ id, revision }: { id: string; revision: number }, note: object | null = null) =>
  desk.reply(EDITOR.openid, drafts.publishDraft, { id, revision, at: null, withAlerts: false, note })

async function save(id: string, change: object): Promise<{ id: string; revision: number }> {
  const { draft } = await desk.does(EDITOR, drafts.getDraft, { id })
  const { revision, differences, dismissed } = draft
  const issue = { ...draft.issue, ...change }
  const saved = await desk.does(EDITOR, drafts.saveDraft, { id, revision, issue, differences, dismissed })
  if (saved.status !== 'saved') throw new Error('Another was quicker.')
  return { id, revision: saved.revision }
}

it('of a number keeps the address, and the next issue can have the number all the same', async () => {
  const hasty = await importIt(numbered(anIssue(), 302))
  await publish(hasty)
  const { number, series } = numbered(anIssue(), 301)
  await publish(await save(hasty.id, { number, series }))
  const next = await importIt(numbered(anIssueOf(3), 302))
  expect(await publish(next)).toMatchObject({
    ok: true,
    data: { draft: { publication: { issueId: '302-2' } } },
  })
  expect(await desk.stored('issues')).toMatchObject([
    { _id: '302', issue: { number: 301 } },
    { _id: '302-2', issue: { id: '302-2', number: 302 } },
  ])
})

it('leaves the address to an issue that has no number to be told apart by', async () => {
  const unnumbered = (issue: Issue): Issue => ({
    ...issue,
    id: 'weekly-data-review-2021-06-04',
    number: null,
    series: { ...issue.series, number: null },
    date: '2021-06-04',
  })
  const [first, second] = [await importIt(unnumbered(anIssue())), await importIt(unnumbered(anIssueOf(3)))]
  await publish({ id: first.id, revision: second.revision })
  expect(second.id).toBe(first.id)
  const beside = await desk.does(EDITOR, drafts.beginDraft, {})
  const { date, month, series, sections } = second.issue
  const other = await save(beside.id, { date, month, series, sections })
  expect(await publish(other)).toMatchObject({ error: { code: 'CONFLICT' } })
})

it('that is published again after a lost answer is one correction, and told once', async () => {
  const draft = await importIt(anIssue())
  await publish(draft)
  const corrected = await save(draft.id, { month: '2021-07' })
  const note = { zh: '月份已更正。', en: 'The month was corrected.' }
  await publish(corrected, note)
  const [told] = await desk.stored('issues')
  await desk.cloud.clock.advance(1_000)
  await publish(corrected, note)
  expect(await desk.stored('issues')).toEqual([told])
  const entries = await desk.stored('audit')
  expect(entries.filter(({ act }) => act === 'correct')).toHaveLength(1)
})
