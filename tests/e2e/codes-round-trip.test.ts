import { join } from 'node:path'
import type { Response } from 'playwright-core'
import { codePicture, createCode, listCodes } from '#shared/codes/endpoints'
import { posterCode } from '#shared/codes/poster-endpoints'
import type { Target } from '#shared/codes/target'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { publishByDraft } from '../support/publish-by-draft'
import { readCode } from '../support/read-code'
import { openReader } from './support/open-reader'
import { settle, shownPage } from './support/screen'

const OWNER = 'first-owner'
const SERIES: Target = { kind: 'series', seriesId: 'weekly-data-review' }

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(OWNER, 'owner', '王律师')
  await publishByDraft(desk, OWNER, 204)
}, 60_000)
afterAll(() => desk.close())

const readersOf = async (channel: string | null, posters = false) =>
  (await desk.call(listCodes, { posters }, OWNER)).codes.find((code) => code.channel === channel)?.readers

async function aPrinted(channel: string, target: Target): Promise<string> {
  const { code } = await desk.call(createCode, { channel, target }, OWNER)
  return (await desk.call(codePicture, { token: code.token }, OWNER)).picture
}

/** Opens what the picture says to a camera; answers the page that then shows the issue, or its line in a list. */
async function scan(picture: string): Promise<string | undefined> {
  const { page } = await openReader('phone')
  const isFollowed = (response: Response) => {
    if (!response.url().endsWith('/client/callFunction')) return false
    const { name, data } = response.request().postDataJSON()
    return name === 'issues' && ['get', 'follow-code'].includes(data.endpoint)
  }
  // A list is there before it is known what the code means.
  const followed = page.waitForResponse(isFollowed)
  await page.goto(readCode(picture).address)
  await (await followed).finished()
  await shownPage(page).getByText('数据安全法草案公开征求意见').first().waitFor()
  await settle(page)
  return /^#\/([^?]+)/u.exec(new URL(page.url()).hash)?.[1]
}

it.each<[string, Target, string, string]>([
  ['home', { kind: 'home' }, 'pages/index/index', '会场'],
  ['series', SERIES, 'pages/series/index', '资料袋'],
  ['issue', { kind: 'issue', issueId: '204' }, 'pages/issue/index', '封底'],
])(
  'a printed code for %s opens it, and its channel counts the reader',
  async (_name, target, page, channel) => {
    const picture = await aPrinted(channel, target)
    expect(await readersOf(channel)).toBe(0)
    expect(await scan(picture)).toBe(page)
    expect(await readersOf(channel)).toBe(1)
  },
)

it('the code of a poster opens its issue, and counts as the poster’s', async () => {
  const { picture } = await desk.call(posterCode, { issueId: '204' }, 'some-reader')
  expect(await scan(picture)).toBe('pages/issue/index')
  expect(await readersOf(null, true)).toBe(1)
})
