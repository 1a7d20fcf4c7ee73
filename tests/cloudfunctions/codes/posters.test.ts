import { newToken, posterToken } from '#core/codes/new-token'
import { changeCode, createCode, listCodes } from '#shared/codes/endpoints'
import { posterCode } from '#shared/codes/poster-endpoints'
import { followCode } from '#shared/issues/endpoints'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'
import { readCode, sceneOf } from '../../support/read-code'

jest.setTimeout(60_000)

const home = { kind: 'home' } as const
const READER = { openid: 'oReader-0123456789abcdefghij' }
const OTHER = { openid: 'oOther-0123456789abcdefghijk' }

let cloud: DraftsCloud

beforeAll(async () => {
  cloud = await startDraftsCloud()
  for (const number of [301, 302])
    await cloud.publish(
      anIssue({ id: String(number), number, series: { ...anIssue().series, number: number - 200 } }),
    )
})

beforeEach(async () => {
  for (const name of ['codes', 'arrivals', 'audit'])
    await cloud.database.collection(name).where({ _id: /./u }).remove()
  cloud.cloud.calls.reset()
})

afterEach(() => cloud.cloud.faults.clear())
afterAll(() => cloud.close())

const poster = (issueId = '301', { openid } = READER) => cloud.reply(openid, posterCode, { issueId })
const pictures = () => cloud.cloud.calls.count({ action: 'wxacode.getUnlimited' })

async function tokenOn(issueId = '301', who = READER, cameBy?: string): Promise<string> {
  const { picture } = await cloud.does(who, posterCode, { issueId, cameBy })
  const { path, scene } = sceneOf(readCode(picture).address)
  expect(path).toBe('pages/issue/index')
  return scene
}

it('leads every reader to the issue, by one code that is drawn once', async () => {
  const token = await tokenOn()
  expect(await tokenOn('301', OTHER)).toBe(token)
  expect(await tokenOn('301', EDITOR)).toBe(token)
  expect(pictures()).toBe(1)
  expect(await cloud.does(OTHER, followCode, { token, isFirst: false })).toEqual({
    target: { kind: 'issue', issueId: '301' },
  })
})

it('is another for another issue', async () => {
  expect(await tokenOn('302')).not.toBe(await tokenOn('301'))
})

describe('the sharer’s channel', () => {
  const aPrinted = async (channel: string) =>
    (await cloud.does(EDITOR, createCode, { target: home, channel })).code.token
  const listed = async () =>
    (await cloud.does(EDITOR, listCodes, { posters: true })).codes.map(({ isPoster, channel, readers }) => ({
      isPoster,
      channel,
      readers,
    }))

  it('is that of the code by which the sharer came, and is counted apart', async () => {
    const printed = await aPrinted('年会')
    const token = await tokenOn('301', READER, printed)
    expect(token).not.toBe(await tokenOn())
    await cloud.does(OTHER, followCode, { token, isFirst: true })
    expect(await listed()).toEqual([
      { isPoster: true, channel: null, readers: 0 },
      { isPoster: true, channel: '年会', readers: 1 },
    ])
  })

  it('goes on with whoever came by such a poster', async () => {
    const token = await tokenOn('301', READER, await aPrinted('年会'))
    expect(await tokenOn('301', OTHER, token)).toBe(token)
    await tokenOn('302', OTHER, token)
    expect(await listed()).toMatchObject([
      { isPoster: true, channel: '年会' },
      { isPoster: true, channel: '年会' },
    ])
  })

  it('is one for all codes of its name', async () => {
    const [one, other] = [await aPrinted('年会'), await aPrinted('年会')]
    const token = await tokenOn('301', READER, other)
    expect(await tokenOn('301', OTHER, one)).toBe(token)
    await cloud.does(EDITOR, changeCode, { token: one, revision: 1, target: null })
    expect(await tokenOn('301', OTHER, other)).toBe(token)
  })

  it('does not make an entry of its withdrawal look as if the printed code were withdrawn', async () => {
    const printed = await aPrinted('年会')
    const token = await tokenOn('301', READER, printed)
    for (const each of [token, printed])
      await cloud.does(EDITOR, changeCode, { token: each, revision: 1, target: null })
    const entries = (await cloud.stored('audit')).filter(({ act }) => act === 'withdraw-code')
    expect(entries.map(({ after }) => after)).toEqual(
      expect.arrayContaining([
        { token, isPoster: true, target: null },
        { token: printed, isPoster: false, target: null },
      ]),
    )
  })

  it('is told to nobody who guesses what it may be called', async () => {
    await tokenOn('301', READER, await aPrinted('年会'))
    const guess = posterToken('301', '年会')
    expect(await cloud.does(OTHER, followCode, { token: guess, isFirst: true })).toEqual({ target: null })
    expect(await cloud.stored('arrivals')).toEqual([])
  })

  it('is none where that code is unknown or withdrawn', async () => {
    const token = await aPrinted('年会')
    await cloud.does(EDITOR, changeCode, { token, revision: 1, target: null })
    const plain = await tokenOn()
    for (const cameBy of [token, newToken()]) expect(await tokenOn('301', READER, cameBy)).toBe(plain)
  })
})

it('is one where many ask at the same moment for the first time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => poster('301', at % 2 ? READER : OTHER)),
  )
  const [first] = answers
  expect(first?.ok).toBe(true)
  expect(answers).toEqual(answers.map(() => first))
  expect(await cloud.stored('codes')).toHaveLength(1)
})

it('says nothing of who asked', async () => {
  await tokenOn()
  expect(await cloud.does(EDITOR, listCodes, { posters: true })).toMatchObject({
    codes: [{ isPoster: true, channel: null, target: { kind: 'issue', issueId: '301' }, readers: 0 }],
  })
  expect(await cloud.stored('audit')).toEqual([])
  expect(JSON.stringify(await cloud.stored('codes'))).not.toContain(READER.openid)
})

it('is made only of what readers can see', async () => {
  await cloud.publish(anIssue({ id: '310', number: 310, series: { ...anIssue().series, number: 110 } }))
  await tokenOn('310')
  await cloud.desk.withdraw('310')
  for (const issueId of ['310', '999'])
    expect(await poster(issueId)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect(pictures()).toBe(1)
})

it('stays as editors leave it: pointed elsewhere, or withdrawn', async () => {
  const token = await tokenOn()
  await cloud.does(EDITOR, changeCode, { token, revision: 1, target: home })
  expect(await tokenOn()).toBe(token)
  expect(await cloud.does(READER, followCode, { token, isFirst: false })).toEqual({ target: home })
  await cloud.does(EDITOR, changeCode, { token, revision: 2, target: null })
  expect(await poster()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})

it('is refused to readers where editors make theirs', async () => {
  const answer = await cloud.reply(READER.openid, createCode, { target: { kind: 'home' }, channel: '年会' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(pictures()).toBe(0)
})

it('is one, and complete, wherever an answer was lost or the function ended', async () => {
  for (const when of ['before', 'after'] as const)
    for (const action of [
      'wxacode.getUnlimited',
      'storage.getUploadMetadata',
      'database.startTransaction',
      'database.commitTransaction',
      'storage.batchGetDownloadUrl',
    ]) {
      await cloud.database.collection('codes').where({ _id: /./u }).remove()
      cloud.cloud.faults.add({ action, on: { call: 1 }, fault: { kind: 'kill', when } })
      await poster().catch(() => null)
      cloud.cloud.faults.clear()
      await cloud.cloud.clock.advance(31_000)
      const token = await tokenOn()
      expect({ when, action, codes: await cloud.stored('codes') }).toMatchObject({
        codes: [{ _id: token, revision: 1 }],
      })
    }
})
