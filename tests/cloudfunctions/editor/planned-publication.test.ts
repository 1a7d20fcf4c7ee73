import * as drafts from '#shared/drafts/endpoints'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterAll(() => desk.close())

let number = 500

/** A draft of the next number, never published. */
async function aDraft() {
  number += 1
  const issue = anIssue({ id: String(number), number, series: { ...anIssue().series, number } })
  return desk.desk.importDraft(anImport(issue))
}

const HOUR = 3_600_000
const inAnHour = () => new Date(desk.cloud.clock.now() + HOUR).toISOString()
const runPublisher = () => Promise.all(desk.cloud.timers.fire('publisher').map(({ rest }) => rest))

const plan = ({ id, revision }: { id: string; revision: number }, at: string) =>
  desk.reply(EDITOR.openid, drafts.publishDraft, { id, revision, at, withAlerts: false, note: null })

const publicationOf = async (id: string) =>
  (await desk.does(EDITOR, drafts.getDraft, { id })).draft.publication

const entries = async (act: string, subject: string) =>
  (await desk.stored('audit')).filter((entry) => entry.act === act && entry.subject === subject)

it('that meets others at work happens a minute later', async () => {
  const [held, free] = [await aDraft(), await aDraft()]
  const at = inAnHour()
  await plan(held, at)
  await plan(free, at)
  desk.cloud.clock.jumpTo(desk.cloud.clock.now() + HOUR)
  const other = await desk.database.startTransaction()
  await other
    .collection('numbers')
    .doc(`no.${held.issue.number}`)
    .set({ data: { issueId: 'another' } })
  await runPublisher()
  expect(await publicationOf(held.id)).toMatchObject({ state: 'scheduled', trouble: null })
  expect(await publicationOf(free.id)).toMatchObject({ state: 'published' })
  await other.rollback()
  await runPublisher()
  expect(await publicationOf(held.id)).toMatchObject({ state: 'published' })
})

it('that is planned again after a lost answer is one plan, also where its time has come meanwhile', async () => {
  const draft = await aDraft()
  const at = inAnHour()
  const answer = await plan(draft, at)
  desk.cloud.clock.jumpTo(desk.cloud.clock.now() + HOUR)
  expect(await plan(draft, at)).toEqual(answer)
  expect(await entries('plan', draft.id)).toMatchObject([{ before: null }])
})

it('is refused for a time that is none, and the draft can be read as before', async () => {
  const draft = await aDraft()
  expect(await plan(draft, '2031-01-01T00:00:00+08')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect(await publicationOf(draft.id)).toMatchObject({ state: 'never' })
})
