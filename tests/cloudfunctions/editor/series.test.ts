import { listSeries, type SeriesRecord, saveSeries } from '#shared/series/endpoints'
import { functions } from '../../../config/functions'
import { anIssue } from '../../support/an-issue'
import { type DeskCloud, startDeskCloud } from '../../support/desk-cloud'

jest.setTimeout(60_000)

const EDITOR = 'oEditor-0123456789abcdefghij'
const OWNER = 'oOwner-0123456789abcdefghijk'

const { publication, disclaimer, contact } = anIssue()

const weekly: SeriesRecord = {
  id: 'weekly-data-review',
  title: { zh: '数据周报', en: 'Weekly Data Review' },
  otherTitles: [],
  defaults: { publication, disclaimer, contact },
  nextNumber: null,
}
const monthly: SeriesRecord = {
  ...weekly,
  id: 'monthly-review',
  title: { zh: '每月综述', en: 'Monthly Review' },
}

let desk: DeskCloud

beforeAll(async () => {
  const { editor } = functions
  desk = await startDeskCloud({ functions: editor ? { editor } : {} })
})

beforeEach(async () => {
  await desk.clear()
  await desk.database
    .collection('issues')
    .where({ _id: desk.database.command.gt('') })
    .remove()
  await desk.appoint(EDITOR, 'editor', '李编辑')
  await desk.appoint(OWNER, 'owner', '王律师')
})

afterEach(() => desk.cloud.faults.clear())
afterAll(() => desk.close())

const save = (series: SeriesRecord) => desk.reply(saveSeries, { series }, OWNER)
const listed = async () => (await desk.call(listSeries, {}, EDITOR)).series

it('saves a series once, with what was before and after', async () => {
  expect(await save(weekly)).toEqual({ ok: true, data: {} })
  const numbered = { ...weekly, nextNumber: 40 }
  await save(numbered)
  await save(numbered)
  expect(await listed()).toEqual([numbered])
  expect(await desk.audit()).toMatchObject([
    { act: 'save-series', by: '王律师', subject: '数据周报', before: null, after: weekly },
    { act: 'save-series', before: weekly, after: numbered },
  ])
})

it('keeps a former title, so that documents that bear it are still of the series', async () => {
  await save(weekly)
  const renamed = { ...weekly, title: { zh: '数据合规周报', en: 'Weekly Data Review' } }
  await save(renamed)
  expect(await listed()).toEqual([{ ...renamed, otherTitles: [weekly.title] }])
  // An owner may give it up afterwards.
  await save(renamed)
  expect(await listed()).toEqual([renamed])
})

it('gives no title to two series, in whatever letters, also where two save at once', async () => {
  await save(weekly)
  const taken = { ...monthly, otherTitles: [{ zh: null, en: 'WEEKLY  data review' }] }
  expect(await save(taken)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('数据周报') },
  })
  const other = { ...monthly, id: 'monthly-two' }
  const answers = await Promise.all([save(monthly), save(other)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listed()).toHaveLength(2)
})

it('needs a title', async () => {
  expect(await save({ ...weekly, title: { zh: null, en: null } })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
  expect(await listed()).toEqual([])
})

it('lists a series that was published and never saved, by its newest issue', async () => {
  const stored = (id: string, order: string, title: SeriesRecord['title']) => ({
    _id: id,
    state: 'published',
    seriesId: weekly.id,
    order,
    change: Number(id),
    summary: { series: { title } },
    issue: anIssue({ id, series: { title, number: 1 } }),
  })
  const renamed = { zh: '数据合规周报', en: 'Weekly Data Review' }
  await desk.database.collection('issues').add({
    data: [
      stored('301', '2021-06-00:000301:301', weekly.title),
      stored('302', '2021-07-00:000302:302', renamed),
    ],
  })
  expect(await listed()).toEqual([{ ...weekly, title: renamed }])
})

it('saves all or nothing where the connection fails at any step', async () => {
  for (const when of ['before', 'after'] as const)
    for (const call of [2, 4, 6, 8, 9, 10]) {
      await desk.database.collection('series').where({ _id: weekly.id }).remove()
      await desk.database.collection('audit').where({ act: 'save-series' }).remove()
      desk.cloud.faults.add({ function: 'editor', on: { call }, fault: { kind: 'kill', when } })
      await desk.cloud.functions
        .callFromPhone('editor', { endpoint: 'save-series', input: { series: weekly } }, OWNER)
        .catch(() => null)
      desk.cloud.faults.clear()
      await desk.cloud.clock.advance(31_000)
      expect({ when, call, entries: (await desk.audit()).length }).toEqual({
        when,
        call,
        entries: (await listed()).length,
      })
    }
})
