import type { Draft } from '#core/drafts/draft'
import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import * as drafts from '#shared/drafts/endpoints'
import type { Fault } from '../../../tools/local-cloud/faults/fault-rule'
import { someAlertSettings } from '../../support/alert-settings'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { anImport } from '../../support/issues-cloud'

jest.setTimeout(120_000)

let desk: DraftsCloud
beforeAll(async () => {
  desk = await startDraftsCloud()
  const settings = { ...someAlertSettings(), quietHours: null }
  await desk.database.collection('settings').doc('alerts').set({ data: settings })
})
afterEach(() => desk.cloud.faults.clear())
afterAll(() => desk.close())

let number = 500

/** A draft of the next number, never published. */
async function aDraft() {
  number += 1
  const issue = anIssue({ id: String(number), number, series: { ...anIssue().series, number } })
  return desk.desk.importDraft(anImport(issue))
}

const publish = ({ id, revision }: { id: string; revision: number }, more: object = {}) =>
  desk.reply(EDITOR.openid, drafts.publishDraft, {
    id,
    revision,
    at: null,
    withAlerts: true,
    note: null,
    ...more,
  })

/** What is stored of a publication, wherever it is. */
async function storedOf(id: string) {
  const count = async (collection: string, condition: object) =>
    (await desk.database.collection(collection).where(condition).count()).total
  const { data: draft } = await desk.database.collection('drafts').doc(id).get()
  return {
    issues: await count('issues', { _id: id }),
    campaigns: await count('campaigns', { _id: `${id}:weekly-data-review` }),
    audit: await count('audit', { subject: id, act: 'publish' }),
    numbers: await count('numbers', { issueId: id }),
    isMarked: (draft as unknown as Draft).published.issueId === id,
  }
}

const NOTHING = { issues: 0, campaigns: 0, audit: 0, numbers: 0, isMarked: false }
const EVERYTHING = { issues: 1, campaigns: 1, audit: 1, numbers: 2, isMarked: true }

it('stores the issue, its campaign, its numbers and the entry in the audit trail', async () => {
  const draft = await aDraft()
  expect(await storedOf(draft.id)).toEqual(NOTHING)
  expect(await publish(draft)).toMatchObject({
    ok: true,
    data: { campaignId: `${draft.id}:weekly-data-review`, draft: { publication: { state: 'published' } } },
  })
  expect(await storedOf(draft.id)).toEqual(EVERYTHING)
  expect(
    (await desk.stored('audit')).find(({ subject, act }) => subject === draft.id && act === 'publish'),
  ).toEqual(
    expect.objectContaining({
      by: EDITOR.name,
      before: null,
      after: expect.objectContaining({ revision: 1 }),
    }),
  )
  expect(JSON.stringify(await desk.stored('audit'))).not.toContain(EDITOR.openid)
})

/** How many calls one publication makes of the cloud. */
async function callsOfOne(): Promise<number> {
  const draft = await aDraft()
  // Instances read what they remember.
  await publish(draft)
  const another = await aDraft()
  const counted = desk.cloud.faults.add({
    function: 'editor',
    on: { chance: 1, seed: 1 },
    fault: { kind: 'delay', ms: 0 },
  })
  await publish(another)
  const { length } = desk.cloud.faults.met().filter(({ rule }) => rule === counted)
  desk.cloud.faults.clear()
  return length
}

describe.each<[string, Fault]>([
  ['the connection is dropped before the cloud hears of it', { kind: 'drop', when: 'before' }],
  ['the connection is dropped after the cloud has done it', { kind: 'drop', when: 'after' }],
  ['the function ends before it hears the answer', { kind: 'kill', when: 'after' }],
])('where %s', (_name, fault) => {
  it('leaves all or nothing, at each step in turn, and the same call again leaves all', async () => {
    const calls = await callsOfOne()
    expect(calls).toBeGreaterThan(10)
    for (let call = 1; call <= calls; call += 1) {
      const draft = await aDraft()
      desk.cloud.faults.add({ function: 'editor', on: { call }, fault })
      const answer = await publish(draft).catch(() => null)
      desk.cloud.faults.clear()
      const stored = await storedOf(draft.id)
      expect([NOTHING, EVERYTHING]).toContainEqual(stored)
      if (answer?.ok) expect(stored).toEqual(EVERYTHING)
      // What a run that was ended has locked is free after a while.
      if (fault.kind === 'kill') await desk.cloud.clock.advance(31_000)
      expect(await publish(draft)).toMatchObject({
        ok: true,
        data: { draft: { publication: { state: 'published' } } },
      })
      expect(await storedOf(draft.id)).toEqual(EVERYTHING)
    }
  })
})

it('is one publication however often it is tapped at once', async () => {
  const draft = await aDraft()
  const answers = await Promise.all(Array.from({ length: 4 }, () => publish(draft)))
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
  expect(await publish(draft)).toMatchObject({ ok: true })
  expect(await storedOf(draft.id)).toEqual(EVERYTHING)
  const [issue] = (await desk.stored('issues')).filter(({ _id }) => _id === draft.id)
  expect(issue).toMatchObject({ revision: 1 })
})

it('has one campaign of an issue that is corrected, withdrawn and published again', async () => {
  const draft = await aDraft()
  await publish(draft)
  const corrected = await save(draft, { month: '2021-07' })
  const note = { zh: '月份已更正。', en: 'The month was corrected.' }
  expect(await publish({ id: draft.id, revision: corrected }, { note })).toMatchObject({ ok: true })
  expect(await desk.call({ endpoint: 'get', input: { id: draft.id } })).toMatchObject({
    data: { revision: 2, issue: { month: '2021-07' }, correction: { note } },
  })
  await desk.does(EDITOR, drafts.withdrawDraft, { id: draft.id })
  expect(await desk.call({ endpoint: 'get', input: { id: draft.id } })).toMatchObject({ ok: false })
  await publish({ id: draft.id, revision: corrected })
  expect(await desk.call({ endpoint: 'get', input: { id: draft.id } })).toMatchObject({
    data: { revision: 4 },
  })
  const { campaigns } = await desk.does(EDITOR, listCampaigns, {})
  expect(campaigns.filter(({ issueId }) => issueId === draft.id)).toMatchObject([{ state: 'cancelled' }])
})

async function save(draft: { id: string; revision: number }, change: object): Promise<number> {
  const { draft: open } = await desk.does(EDITOR, drafts.getDraft, { id: draft.id })
  const saved = await desk.does(EDITOR, drafts.saveDraft, {
    id: draft.id,
    revision: open.revision,
    issue: { ...open.issue, ...change },
    differences: [],
    dismissed: [],
  })
  if (saved.status !== 'saved') throw new Error('Another was quicker.')
  return saved.revision
}

it('refuses a number that another issue of the series has, withdrawn or not, and the running one as well', async () => {
  const first = await aDraft()
  await publish(first)
  const second = await aDraft()
  const { draft } = await desk.does(EDITOR, drafts.getDraft, { id: second.id })
  const series = { ...draft.issue.series, number: first.issue.series.number }
  const twice = await save(second, { series })
  expect(await publish({ id: second.id, revision: twice })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining(`Number ${first.issue.series.number}`) },
  })
  await desk.does(EDITOR, drafts.withdrawDraft, { id: first.id })
  expect(await publish({ id: second.id, revision: twice })).toMatchObject({ error: { code: 'CONFLICT' } })
  const running = await save(second, { series: draft.issue.series, number: first.issue.number })
  expect(await publish({ id: second.id, revision: running })).toMatchObject({ error: { code: 'CONFLICT' } })
  expect(await storedOf(second.id)).toEqual(NOTHING)
  const mended = await save(second, { number: draft.issue.number })
  expect(await publish({ id: second.id, revision: mended })).toMatchObject({ ok: true })
})

it('gives a number free again that a correction takes from an issue', async () => {
  const first = await aDraft()
  await publish(first)
  const moved = await save(first, { series: { ...first.issue.series, number: 9_000 } })
  await publish({ id: first.id, revision: moved })
  const second = await aDraft()
  const reused = await save(second, { series: first.issue.series })
  expect(await publish({ id: second.id, revision: reused })).toMatchObject({ ok: true })
})

it('refuses a draft that was changed since, and one that is no issue yet', async () => {
  const draft = await aDraft()
  const revision = await save(draft, { month: null })
  expect(await publish(draft)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining(EDITOR.name) },
  })
  expect(await publish({ id: draft.id, revision })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect(await storedOf(draft.id)).toEqual(NOTHING)
})

describe('a planned publication', () => {
  const runPublisher = () => Promise.all(desk.cloud.timers.fire('publisher').map(({ rest }) => rest))
  const inAnHour = () => new Date(desk.cloud.clock.now() + 3_600_000).toISOString()

  it('happens at its time, with the text as it was planned, and once', async () => {
    const draft = await aDraft()
    expect(await publish(draft, { at: inAnHour() })).toMatchObject({
      data: { draft: { publication: { state: 'scheduled' } }, campaignId: null },
    })
    await runPublisher()
    expect(await storedOf(draft.id)).toEqual(NOTHING)
    await save(draft, { month: '2021-09' })
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 3_600_000)
    await Promise.all([runPublisher(), runPublisher()])
    expect(await storedOf(draft.id)).toEqual(EVERYTHING)
    expect(await desk.call({ endpoint: 'get', input: { id: draft.id } })).toMatchObject({
      data: { revision: 1, issue: { month: '2021-06' } },
    })
    const { draft: open } = await desk.does(EDITOR, drafts.getDraft, { id: draft.id })
    expect(open).toMatchObject({
      revision: 2,
      publication: { state: 'published', revision: 1, publishAt: null },
    })
  })

  it('is taken back, and nothing happens', async () => {
    const draft = await aDraft()
    await publish(draft, { at: inAnHour() })
    expect(await desk.does(EDITOR, drafts.unscheduleDraft, { id: draft.id })).toMatchObject({
      draft: { publication: { state: 'never', publishAt: null } },
    })
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 3_600_000)
    await runPublisher()
    expect(await storedOf(draft.id)).toEqual(NOTHING)
  })

  it('that cannot happen says why, and is not tried again', async () => {
    const [planned, quicker] = [await aDraft(), await aDraft()]
    const revision = await save(planned, { number: quicker.issue.number })
    await publish({ id: planned.id, revision }, { at: inAnHour() })
    await publish(quicker)
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 3_600_000)
    await runPublisher()
    const { draft } = await desk.does(EDITOR, drafts.getDraft, { id: planned.id })
    expect(draft.publication).toMatchObject({
      state: 'never',
      publishAt: null,
      trouble: 'CONFLICT',
    })
  })

  it('is refused for a time that has passed', async () => {
    const draft = await aDraft()
    const at = new Date(desk.cloud.clock.now() - 1).toISOString()
    expect(await publish(draft, { at })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })
})
