import { codePicture, createCode, listCodes } from '#shared/codes/endpoints'
import { posterCode } from '#shared/codes/poster-endpoints'
import type { Target } from '#shared/codes/target'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { publishByDraft } from '../support/publish-by-draft'
import { readCode, sceneOf } from '../support/read-code'
import { openMiniProgram } from './support/mini-program'

jest.setTimeout(60_000)

const OWNER = 'first-owner'
/** WeChat’s number of a start by a mini-program code. */
const SCANNED = 1047
const SERIES: Target = { kind: 'series', seriesId: 'weekly-data-review' }

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
  await desk.appoint(OWNER, 'owner', '王律师')
  await publishByDraft(desk, OWNER, 204)
})

afterAll(() => desk.close())

const readersOf = async (channel: string | null, posters = false) =>
  (await desk.call(listCodes, { posters }, OWNER)).codes.find((code) => code.channel === channel)?.readers

async function aPrinted(channel: string, target: Target): Promise<string> {
  const { code } = await desk.call(createCode, { channel, target }, OWNER)
  return (await desk.call(codePicture, { token: code.token }, OWNER)).picture
}

/** As whoever points a camera at the picture. */
const scan = (picture: string) => {
  const { path, scene } = sceneOf(readCode(picture).address)
  return openMiniProgram({ cloud: desk.cloud, path, query: { scene }, scene: SCANNED })
}

it.each<[string, Target, string, string]>([
  ['home', { kind: 'home' }, 'pages/index/index', '会场'],
  ['series', SERIES, 'pages/series/index', '资料袋'],
  ['issue', { kind: 'issue', issueId: '204' }, 'pages/issue/index', '封底'],
])(
  'a printed code for %s opens it, and its channel counts the reader',
  async (_name, target, page, channel) => {
    const phone = await scan(await aPrinted(channel, target))
    expect(phone.stack).toEqual([page])
    expect(phone.page.lines.join('\n')).toContain('数据安全法草案公开征求意见')
    expect(await readersOf(channel)).toBe(1)
  },
)

it('the code of a poster opens its issue, and counts as the poster’s', async () => {
  const { picture } = await desk.call(posterCode, { issueId: '204' }, 'some-reader')
  const phone = await scan(picture)
  expect(phone.stack).toEqual(['pages/issue/index'])
  expect(phone.page.lines.join('\n')).toContain('数据安全法草案公开征求意见')
  expect(await readersOf(null, true)).toBe(1)
})

it('a poster has the channel by which its sharer came', async () => {
  const sharer = await scan(await aPrinted('年会', { kind: 'issue', issueId: '204' }))
  await sharer.tap('生成海报')
  const { codes } = await desk.call(listCodes, { posters: true }, OWNER)
  const made = codes.find((code) => code.channel === '年会')?.token ?? ''
  const friend = await scan((await desk.call(codePicture, { token: made }, OWNER)).picture)
  expect(friend.page.lines.join('\n')).toContain('数据安全法草案公开征求意见')
  expect([await readersOf('年会'), await readersOf('年会', true)]).toEqual([1, 1])
})
