import { createCode } from '#shared/codes/endpoints'
import { posterCode } from '#shared/codes/poster-endpoints'
import { anIssue } from '../../support/an-issue'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'

jest.setTimeout(60_000)

let cloud: DraftsCloud
const log: string[] = []

beforeAll(async () => {
  cloud = await startDraftsCloud({ log: (line) => log.push(line) })
  await cloud.publish(anIssue())
})

beforeEach(clear)

afterEach(() => {
  cloud.cloud.faults.clear()
  cloud.cloud.wechat.settings.reset()
})

afterAll(() => cloud.close())

const create = () => cloud.reply(EDITOR.openid, createCode, { target: { kind: 'home' }, channel: '年会' })

async function clear(): Promise<void> {
  for (const name of ['codes', 'audit']) await cloud.database.collection(name).where({ _id: /./u }).remove()
}

/** Nothing is kept of what WeChat did not make. */
async function expectNothingKept(): Promise<void> {
  expect(await cloud.stored('codes')).toEqual([])
  expect(await cloud.stored('audit')).toEqual([])
}

const refused = (words: string) => ({
  ok: false,
  error: { code: 'CONFLICT', message: expect.stringContaining(words) },
})

describe('where WeChat makes no code an editor hears what to do, and nothing is kept:', () => {
  it.each<[number, string]>([
    [-1, 'Try again in a minute'],
    [45009, 'Try again in a minute'],
    [41030, 'publish this version'],
  ])('%d', async (errcode, words) => {
    cloud.cloud.faults.add({ action: 'wxacode.getUnlimited', fault: { kind: 'refuse', errcode } })
    expect(await create()).toMatchObject(refused(words))
    await expectNothingKept()
  })

  it('-604101, where the function has not the permission yet', async () => {
    cloud.cloud.faults.add({
      action: 'wxacode.getUnlimited',
      fault: { kind: 'platform-error', errorCode: -604101 },
    })
    expect(await create()).toMatchObject(refused('upload it with the developer tools'))
    await expectNothingKept()
  })

  it('an answer without a picture', async () => {
    cloud.cloud.faults.add({ action: 'wxacode.getUnlimited', fault: { kind: 'empty' } })
    expect(await create()).toMatchObject(refused('Try again in a minute'))
    await expectNothingKept()
  })

  it('too many in a minute, as the account is limited', async () => {
    cloud.cloud.wechat.settings.change({ codesPerMinute: 0 })
    expect(await create()).toMatchObject(refused('Try again in a minute'))
    await expectNothingKept()
  })

  it('a page that is not in the published version', async () => {
    cloud.cloud.wechat.settings.change({ pages: ['pages/mine/index'] })
    expect(await create()).toMatchObject(refused('publish this version'))
    await expectNothingKept()
  })

  it('for a reader’s poster too', async () => {
    cloud.cloud.wechat.settings.change({ codesPerMinute: 0 })
    const answer = await cloud.reply('oReader-0123456789abcdefghij', posterCode, { issueId: '301' })
    expect(answer).toMatchObject(refused('Try again in a minute'))
    await expectNothingKept()
  })

  it('a refusal that is not foreseen is told to nobody, and stands in the log', async () => {
    cloud.cloud.faults.add({ action: 'wxacode.getUnlimited', fault: { kind: 'refuse', errcode: 40097 } })
    expect(await create()).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    expect(log.join('\n')).toContain('40097')
    await expectNothingKept()
  })
})

it('keeps a code whole or not at all wherever the function ends', async () => {
  for (const when of ['before', 'after'] as const)
    for (const action of [
      'storage.getUploadMetadata',
      'database.startTransaction',
      'database.commitTransaction',
    ]) {
      await clear()
      cloud.cloud.faults.add({ action, function: 'codes', on: { call: 1 }, fault: { kind: 'kill', when } })
      await create().catch(() => null)
      cloud.cloud.faults.clear()
      await cloud.cloud.clock.advance(31_000)
      const [codes, audit] = [await cloud.stored('codes'), await cloud.stored('audit')]
      expect({ when, action, entries: audit.length }).toEqual({ when, action, entries: codes.length })
      for (const { fileId } of codes) expect(String(fileId)).toContain('/codes/')
    }
})

it('makes one code where only the answer of the database is lost', async () => {
  cloud.cloud.faults.add({
    action: 'database.commitTransaction',
    on: { call: 1 },
    fault: { kind: 'drop', when: 'after' },
  })
  expect(await create()).toMatchObject({ ok: true })
  expect(await cloud.stored('codes')).toHaveLength(1)
  expect(await cloud.stored('audit')).toHaveLength(1)
})
