import { newToken } from '#core/codes/new-token'
import { isCodeToken } from '#shared/codes/code-token'
import { type Code, changeCode, codePicture, createCode, listCodes } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import { followCode } from '#shared/issues/endpoints'
import { anIssue } from '../../support/an-issue'
import { COLLEAGUE, type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { readCode, sceneOf } from '../../support/read-code'

jest.setTimeout(60_000)

const HOME: Target = { kind: 'home' }
const SERIES: Target = { kind: 'series', seriesId: 'weekly-data-review' }
const ISSUE: Target = { kind: 'issue', issueId: '301' }

let cloud: DraftsCloud

beforeAll(async () => {
  cloud = await startDraftsCloud()
  await cloud.publish(anIssue())
})

beforeEach(async () => {
  for (const name of ['codes', 'arrivals', 'audit'])
    await cloud.database.collection(name).where({ _id: /./u }).remove()
})

afterAll(() => cloud.close())

const create = (target: Target, channel = '年会') =>
  cloud.reply(EDITOR.openid, createCode, { target, channel })
const aCode = async (target: Target) =>
  (await cloud.does(EDITOR, createCode, { target, channel: '年会' })).code
const change = (input: Pick<Code, 'token' | 'revision'> & { target: Target | null }, who = EDITOR) =>
  cloud.reply(who.openid, changeCode, input)
const listed = async () => (await cloud.does(EDITOR, listCodes, {})).codes
async function acts() {
  const audit = cloud.database.collection('audit').where({ act: /-code$/u })
  return (await audit.orderBy('at', 'asc').get()).data
}

describe('a code that is made', () => {
  it.each<[string, Target, string]>([
    ['home', HOME, 'pages/index/index'],
    ['a series', SERIES, 'pages/series/index'],
    ['an issue', ISSUE, 'pages/issue/index'],
  ])(
    'is a picture of the size for print that leads to the page for %s with its token',
    async (_, target, page) => {
      const { token } = await aCode(target)
      expect(isCodeToken(token)).toBe(true)
      const { picture } = await cloud.does(COLLEAGUE, codePicture, { token })
      expect(picture).toMatch(/^data:image\/png;base64,/u)
      const { address, width } = readCode(picture)
      expect({ ...sceneOf(address), width }).toEqual({ path: page, scene: token, width: 1280 })
    },
  )

  it('is listed with its channel, where it leads and how many phones came by it', async () => {
    const code = await aCode(ISSUE)
    expect(code).toEqual({
      token: code.token,
      target: ISSUE,
      isPoster: false,
      channel: '年会',
      state: 'active',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
      revision: 1,
      readers: 0,
    })
    for (const isFirst of [true, true, false])
      await cloud.does(EDITOR, followCode, { token: code.token, isFirst })
    expect(await listed()).toEqual([{ ...code, readers: 2 }])
  })

  it('stands in the audit trail, without anybody’s openid', async () => {
    const { token } = await aCode(ISSUE)
    expect(await acts()).toEqual([
      expect.objectContaining({
        act: 'create-code',
        by: EDITOR.name,
        subject: '年会',
        before: null,
        after: { token, target: ISSUE },
      }),
    ])
    const kept = [...(await acts()), ...(await cloud.stored('codes'))]
    expect(JSON.stringify(kept)).not.toContain(EDITOR.openid)
  })

  it.each<[string, Target]>([
    ['an issue', { kind: 'issue', issueId: '999' }],
    ['a series', { kind: 'series', seriesId: 'nothing' }],
  ])('does not lead to what there is not: %s', async (_what, target) => {
    cloud.cloud.calls.reset()
    expect(await create(target)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(cloud.cloud.calls.count({ action: 'wxacode.getUnlimited' })).toBe(0)
    expect(await listed()).toEqual([])
  })

  it.each(['', '  ', '会'.repeat(41)])('has a channel of its own: not %j', async (channel) => {
    expect(await create(HOME, channel)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})

describe('the list of codes', () => {
  it('shows the latest first, and every code once, page by page', async () => {
    const order = (at: number, token: string) => `${String(at).padStart(16, '0')}:${token}`
    const tokens = Array.from({ length: 45 }, () => newToken())
    // Three of each moment.
    const stored = tokens.map((token, at) => ({
      token,
      order: order(1_700_000_000_000 + (at - (at % 3)), token),
    }))
    await cloud.database.collection('codes').add({
      data: stored.map(({ token, order }) => ({
        _id: token,
        order,
        fileId: '',
        target: HOME,
        isPoster: false,
        channel: '年会',
        state: 'active',
        revision: 1,
      })),
    })
    const seen: string[] = []
    const sizes: number[] = []
    let cursor: string | undefined
    do {
      const page = await cloud.does(EDITOR, listCodes, cursor === undefined ? {} : { cursor })
      seen.push(...page.codes.map(({ token }) => token))
      sizes.push(page.codes.length)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(sizes).toEqual([20, 20, 5])
    expect(seen).toEqual([...stored].sort((a, b) => (a.order < b.order ? 1 : -1)).map(({ token }) => token))
  })

  it('names the issues that they lead to, as long as readers can see them', async () => {
    const other = anIssue({ id: '310', number: 310, series: { ...anIssue().series, number: 110 } })
    await cloud.publish(other)
    for (const issueId of ['301', '310', '301']) await aCode({ kind: 'issue', issueId })
    await aCode(SERIES)
    const ids = async () => (await cloud.does(EDITOR, listCodes, {})).issues.map(({ id }) => id).sort()
    expect(await ids()).toEqual(['301', '310'])
    await cloud.desk.withdraw('310')
    expect(await ids()).toEqual(['301'])
  })

  it('is empty where there are none', async () => {
    expect(await cloud.does(EDITOR, listCodes, {})).toEqual({ codes: [], issues: [], next: null })
  })
})

describe('a printed code', () => {
  it('is pointed elsewhere, withdrawn, and works again, each entered with what was before', async () => {
    const { token } = await aCode(ISSUE)
    expect(await change({ token, revision: 1, target: SERIES })).toMatchObject({
      data: { code: { target: SERIES, state: 'active', revision: 2 } },
    })
    expect(await change({ token, revision: 2, target: null })).toMatchObject({
      // What it led to is still shown to editors.
      data: { code: { target: SERIES, state: 'withdrawn', revision: 3 } },
    })
    expect(await change({ token, revision: 3, target: HOME }, COLLEAGUE)).toMatchObject({
      data: { code: { target: HOME, state: 'active', revision: 4 } },
    })
    expect(await acts()).toMatchObject([
      { act: 'create-code' },
      {
        act: 'point-code',
        subject: '年会',
        before: ISSUE,
        after: { token, isPoster: false, target: SERIES },
      },
      { act: 'withdraw-code', before: SERIES, after: { token, isPoster: false, target: null } },
      {
        act: 'point-code',
        by: COLLEAGUE.name,
        before: null,
        after: { token, isPoster: false, target: HOME },
      },
    ])
  })

  it('keeps its picture wherever it is pointed', async () => {
    const { token } = await aCode(ISSUE)
    const before = await cloud.does(EDITOR, codePicture, { token })
    await change({ token, revision: 1, target: HOME })
    expect(await cloud.does(EDITOR, codePicture, { token })).toEqual(before)
  })

  it('is changed once by two who have seen the same', async () => {
    const { token } = await aCode(ISSUE)
    const answers = await Promise.all([
      change({ token, revision: 1, target: HOME }),
      change({ token, revision: 1, target: SERIES }, COLLEAGUE),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual(
      expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'CONFLICT' }) }),
    )
    expect(await listed()).toMatchObject([{ revision: 2 }])
  })

  it('is changed once by one who asks twice, as after an answer that was lost', async () => {
    const { token } = await aCode(ISSUE)
    const first = await change({ token, revision: 1, target: null })
    expect(await change({ token, revision: 1, target: null })).toEqual(first)
    expect(await acts()).toHaveLength(2)
  })

  it.each<Target>([
    { kind: 'issue', issueId: '999' },
    { kind: 'series', seriesId: 'nothing' },
  ])('is not pointed to what there is not: %j', async (target) => {
    const { token } = await aCode(ISSUE)
    expect(await change({ token, revision: 1, target })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await listed()).toMatchObject([{ target: ISSUE, revision: 1 }])
  })

  it('that there is not is neither changed nor shown', async () => {
    const token = newToken()
    expect(await change({ token, revision: 1, target: HOME })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await cloud.reply(EDITOR.openid, codePicture, { token })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(await listed()).toEqual([])
  })
})
