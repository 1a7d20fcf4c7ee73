import { newToken } from '#core/codes/new-token'
import { changeCode, createCode, listCodes } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'

jest.setTimeout(60_000)

const SERIES = 'weekly-data-review'
const HOME: Target = { kind: 'home' }
const to = (issueId: string): Target => ({ kind: 'issue', issueId })

let cloud: DraftsCloud

beforeAll(async () => {
  // One instance: the others have not read yet what it remembers.
  cloud = await startDraftsCloud({ workersPerFunction: 1 })
  await cloud.publish(anIssue(), another('302'))
})

afterEach(() => cloud.cloud.faults.clear())
afterAll(() => cloud.close())

function another(id: string) {
  const number = Number(id)
  return anIssue({ id, number, series: { ...anIssue().series, number: number - 200 } })
}

async function aCode(target: Target): Promise<string> {
  return (await cloud.does(EDITOR, createCode, { target, channel: '会议' })).code.token
}

async function point(token: string, target: Target | null): Promise<void> {
  const { codes } = await cloud.does(EDITOR, listCodes, {})
  const revision = codes.find((code) => code.token === token)?.revision ?? 0
  await cloud.does(EDITOR, changeCode, { token, revision, target })
}

/** As a phone that is not signed in. */
const get = (input: object) => cloud.call({ endpoint: 'get', input: { isFirst: false, ...input } })
const follow = (input: object) => cloud.call({ endpoint: 'follow-code', input: { isFirst: false, ...input } })

const elsewhere = (target: Target | null) => ({ ok: true, data: { status: 'elsewhere', target } })
const leadsTo = (target: Target | null) => ({ ok: true, data: { target } })

async function arrivals(token: string): Promise<number> {
  const { data } = await cloud.database.collection('arrivals').where({ token }).get()
  return data.reduce((sum, { readers }) => sum + Number(readers), 0)
}

const allArrivals = async () => JSON.stringify(await cloud.stored('arrivals'))

describe('an issue’s code', () => {
  it('is answered by the same text as the issue’s id', async () => {
    const token = await aCode(to('301'))
    expect(await get({ token })).toEqual(await cloud.call({ endpoint: 'get', input: { id: '301' } }))
  })

  it('sends the text again to a phone that holds another revision, or another issue', async () => {
    const token = await aCode(to('301'))
    const unchanged = { ok: true, data: { status: 'unchanged', revision: 1 } }
    const current = { ok: true, data: { status: 'current', issue: { id: '301' } } }
    expect(await get({ token, held: { id: '301', revision: 1 } })).toEqual(unchanged)
    expect(await get({ token, held: { id: '301', revision: 2 } })).toMatchObject(current)
    expect(await get({ token, held: { id: '302', revision: 1 } })).toMatchObject(current)
  })

  it('leads to another issue, a series, and home, each at the next call', async () => {
    const token = await aCode(to('301'))
    const held = { id: '301', revision: 1 }
    await get({ token })
    await point(token, to('302'))
    expect(await get({ token, held })).toMatchObject({ data: { status: 'current', issue: { id: '302' } } })
    for (const target of [{ kind: 'series', seriesId: SERIES }, HOME] as const) {
      await point(token, target)
      expect(await get({ token, held })).toEqual(elsewhere(target))
      expect(await follow({ token })).toEqual(leadsTo(target))
    }
    await point(token, to('301'))
    expect(await follow({ token })).toEqual(leadsTo(to('301')))
  })

  it('takes two small reads where the issue is remembered', async () => {
    const token = await aCode(to('301'))
    await get({ token })
    const { calls } = cloud.cloud
    calls.reset()
    await get({ token })
    expect(calls.all().filter((call) => call.function === 'issues')).toEqual([
      { action: 'database.getDocument', function: 'issues', count: 2 },
    ])
  })
})

describe('of a code that leads nowhere nothing is told and nothing counted:', () => {
  async function expectNothing(token: string): Promise<void> {
    const before = await allArrivals()
    for (const isFirst of [true, false]) {
      expect(await get({ token, isFirst, held: { id: '301', revision: 1 } })).toEqual(elsewhere(null))
      expect(await follow({ token, isFirst })).toEqual(leadsTo(null))
    }
    expect(await allArrivals()).toBe(before)
  }

  it('tokens that others try', async () => {
    for (let tries = 0; tries < 20; tries += 1) await expectNothing(newToken())
  })

  it('one that is withdrawn, until it is pointed somewhere again', async () => {
    const token = await aCode(to('301'))
    await point(token, null)
    await expectNothing(token)
    await point(token, HOME)
    expect(await follow({ token })).toEqual(leadsTo(HOME))
  })

  it('one whose issue is withdrawn, as one that never was', async () => {
    await cloud.publish(another('310'))
    const token = await aCode(to('310'))
    await get({ token })
    await cloud.desk.withdraw('310')
    await expectNothing(token)
  })

  it('one of a series of which nothing is shown', async () => {
    const series = { title: { zh: '竞争法周报', en: 'Weekly Competition Review' }, number: 1 }
    await cloud.publish(anIssue({ id: '320', number: 320, series }))
    const token = await aCode({ kind: 'series', seriesId: 'weekly-competition-review' })
    expect(await follow({ token })).toMatchObject({ data: { target: { kind: 'series' } } })
    await cloud.desk.withdraw('320')
    await expectNothing(token)
  })

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['the scene of another mini-program', 'i=301'],
    ['a token with another last letter', '22222222223'],
    ['a token and a new line', '22222222222\n'],
    ['32 letters', '2'.repeat(32)],
    ['letters that look alike', '２２２２２２２２２２２'],
    ['a name of every object', '__proto__'],
    ['a query', { $ne: null }],
    ['a list', ['22222222222']],
    ['null', null],
    ['100 kB of junk', 'x'.repeat(100_000)],
  ])('what is no token: %s', async (_what, token) => {
    const before = await allArrivals()
    for (const answer of [await get({ token, isFirst: true }), await follow({ token, isFirst: true })])
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(await allArrivals()).toBe(before)
  })
})

describe('a phone that came by a code', () => {
  it.each<[string, Target]>([
    ['home', HOME],
    ['a series', { kind: 'series', seriesId: SERIES }],
    ['an issue', to('301')],
  ])('is counted once for the call in which it says that it is the first: %s', async (_kind, target) => {
    const token = await aCode(target)
    await get({ token })
    await follow({ token })
    expect(await arrivals(token)).toBe(0)
    await get({ token, isFirst: true })
    expect(await arrivals(token)).toBe(1)
    await follow({ token, isFirst: true })
    expect(await arrivals(token)).toBe(2)
  })

  it('is not lost among others that come at the same moment', async () => {
    const token = await aCode(to('301'))
    await Promise.all(Array.from({ length: 30 }, () => get({ token, isFirst: true })))
    expect(await arrivals(token)).toBe(30)
    const { codes } = await cloud.does(EDITOR, listCodes, {})
    expect(codes.find((code) => code.token === token)).toMatchObject({ readers: 30 })
  })

  it('is nobody to the cloud: what is kept of it is a number', async () => {
    const token = await aCode(to('301'))
    await cloud.reply(EDITOR.openid, { function: 'issues', name: 'get' }, { token, isFirst: true })
    const { data } = await cloud.database.collection('arrivals').where({ token }).get()
    expect(data).toEqual([{ _id: expect.stringMatching(`^${token}:\\d$`), token, readers: 1 }])
  })

  it('gets the text also where it cannot be counted', async () => {
    const token = await aCode(to('301'))
    cloud.cloud.faults.add({
      function: 'issues',
      action: 'database.modifyDocument',
      fault: { kind: 'drop', when: 'before' },
    })
    expect(await get({ token, isFirst: true })).toMatchObject({ data: { status: 'current' } })
    cloud.cloud.faults.clear()
    expect(await arrivals(token)).toBe(0)
  })

  it('gets the text also where counting it takes longer than the call may', async () => {
    const token = await aCode(to('301'))
    cloud.cloud.faults.add({
      function: 'issues',
      action: 'database.modifyDocument',
      fault: { kind: 'hold' },
    })
    expect(await get({ token, isFirst: true })).toMatchObject({ data: { status: 'current' } })
  })
})
