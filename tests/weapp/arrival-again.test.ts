import type { Target } from '#shared/codes/target'
import { type CodesCloud, startCodesCloud } from './support/codes-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

const ISSUE = 'pages/issue/index'
const HOME = 'pages/index/index'

const ANOTHER = '这是另一期。'
const LOST = '这个码无效或已停用。'

let room: CodesCloud

beforeAll(async () => {
  room = await startCodesCloud()
  await room.publish(
    anIssueOfTwo('301'),
    anIssueOfTwo('302', { disclaimer: { zh: ANOTHER, en: 'This is another.' } }),
  )
}, 60_000)

afterAll(() => room.close())

const issue = (issueId: string): Target => ({ kind: 'issue', issueId })

/** With which ways in the readings were counted. */
const channelsOf = (phone: MiniProgram) =>
  phone.network.calls
    .map(({ data }) => data as { endpoint: string; input: { channel?: string } })
    .filter(({ endpoint }) => endpoint === 'read')
    .map(({ input }) => input.channel)

const scan = (phone: MiniProgram, path: string, token: string) =>
  phone.openAgain({ path, query: { scene: token }, scene: 1047 })

describe('a code whose answer comes while the mini-program is in the background', () => {
  it.each([
    ['a series', 'pages/series/index', { kind: 'series', seriesId: 'weekly-data-review' }],
    ['an issue, from home', HOME, issue('302')],
    ['an issue', ISSUE, issue('302')],
  ] as const)('has led to %s when the reader is back', async (_, path, target) => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path,
      query: { scene: await room.aCode(target) },
      scene: 1047,
      network: 'held',
    })
    phone.leave()
    await phone.releaseAnswers()
    await phone.comeBack()
    expect(phone.stack).toEqual([target.kind === 'series' ? 'pages/series/index' : ISSUE])
    expect(phone.page.has(target.kind === 'series' ? { className: 'masthead--series' } : ANOTHER)).toBe(true)
  })
})

describe('a code that is scanned while the mini-program is in the background', () => {
  it('opens its issue in the place of all that was open, by its own channel', async () => {
    const token = await room.aCode(issue('302'))
    const phone = await openMiniProgram({ cloud: room.cloud })
    await phone.tap({ className: 'row' })
    expect(channelsOf(phone)).toEqual(['direct'])
    await scan(phone, ISSUE, token)
    expect(phone.stack).toEqual([ISSUE])
    expect(phone.page.has(ANOTHER)).toBe(true)
    expect(channelsOf(phone)).toEqual(['direct', 'code'])
  })

  it('opens another issue than the code before', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: ISSUE,
      query: { scene: await room.aCode(issue('301')) },
      scene: 1047,
    })
    await scan(phone, ISSUE, await room.aCode(issue('302')))
    expect(phone.stack).toEqual([ISSUE])
    expect(phone.page.has(ANOTHER)).toBe(true)
  })

  it('is not led astray by the answer to the code before', async () => {
    const first = await room.aCode(issue('301'))
    await room.point(first, { kind: 'home' })
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: ISSUE,
      query: { scene: first },
      scene: 1047,
      network: 'unanswered',
    })
    phone.network.state = 'on'
    await scan(phone, ISSUE, await room.aCode(issue('302')))
    await phone.releaseAnswers()
    expect(phone.stack).toEqual([ISSUE])
    expect(phone.page.has(ANOTHER)).toBe(true)
  })

  it('shows the same issue again, and is counted once', async () => {
    const token = await room.aCode(issue('301'))
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: ISSUE,
      query: { scene: token },
      scene: 1047,
    })
    await scan(phone, ISSUE, token)
    expect(phone.page.has(FIRST)).toBe(true)
    expect(await room.readersOf(token)).toBe(1)
    expect(channelsOf(phone)).toEqual(['code'])
  })

  it('leads nowhere, and says so each time', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    for (const path of [HOME, ISSUE, HOME]) {
      await scan(phone, path, 'nothing')
      expect(phone.stack).toEqual([HOME])
      expect(phone.page.has(LOST)).toBe(true)
    }
    await phone.openAgain({ path: HOME, scene: 1089 })
    expect(phone.page.has(LOST)).toBe(false)
  })
})
