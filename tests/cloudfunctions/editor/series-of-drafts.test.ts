import * as drafts from '#shared/drafts/endpoints'
import type { Issue } from '#shared/newsletter/issue'
import { listSeries, type SeriesRecord, saveSeries } from '#shared/series/endpoints'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, OWNER, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(60_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
})
afterEach(async () => {
  for (const name of ['drafts', 'issues', 'numbers', 'series'])
    await desk.database
      .collection(name)
      .where({ _id: desk.database.command.gt('') })
      .remove()
})
afterAll(() => desk.close())

const importIt = (issue: Issue) => desk.desk.importDraft(anImport(issue))
const publish = ({ id, revision }: { id: string; revision: number }) =>
  desk.does(EDITOR, drafts.publishDraft, { id, revision, at: null, withAlerts: false, note: null })

async function setSeries(fields: Partial<SeriesRecord>): Promise<void> {
  const { series } = await desk.does(EDITOR, listSeries, {})
  await desk.does(OWNER, saveSeries, { series: { ...(series[0] as SeriesRecord), ...fields } })
}

/** An issue without a running number: its series and number are its address. */
const ofSeries = (title: Issue['series']['title'], number: number): Issue =>
  anIssue({ id: `issue-${number}`, number: null, series: { title, number } })

it('a document that names its series by a former title goes on with the draft of its number', async () => {
  const { title } = anIssue().series
  await publish(await importIt(ofSeries(title, 90)))
  const renamed = { zh: '数据双周报', en: 'Fortnightly Data Review' }
  await setSeries({ title: renamed })
  const draft = await importIt(ofSeries(renamed, 91))
  expect(await importIt(ofSeries(title, 91))).toMatchObject({ id: draft.id, revision: 2 })
  const { draft: open } = await desk.does(EDITOR, drafts.getDraft, { id: draft.id })
  const beside = await desk.does(EDITOR, drafts.beginDraft, {})
  const input = { id: beside.id, revision: 1, differences: [], dismissed: [] }
  const issue = { ...open.issue, series: { title, number: 91 } }
  expect(await desk.does(EDITOR, drafts.saveDraft, { ...input, issue })).toMatchObject({
    sameNumberAs: draft.id,
  })
})

it('the number that an owner wished for the next issue is proposed until an issue has it', async () => {
  const { title } = anIssue().series
  await publish(await importIt(ofSeries(title, 90)))
  await setSeries({ nextNumber: 120 })
  const proposed = async () => {
    const { id } = await desk.does(EDITOR, drafts.beginDraft, { seriesId: 'weekly-data-review' })
    const { draft } = await desk.does(EDITOR, drafts.getDraft, { id })
    await desk.does(EDITOR, drafts.deleteDraft, { id, revision: 1 })
    return draft.issue.series.number
  }
  expect(await proposed()).toBe(120)
  await publish(await importIt(ofSeries(title, 120)))
  expect(await proposed()).toBe(121)
  const { series } = await desk.does(EDITOR, listSeries, {})
  expect(series).toMatchObject([{ nextNumber: null }])
})
