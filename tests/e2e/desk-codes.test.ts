import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { changeCode, listCodes } from '#shared/codes/endpoints'
import { getFirm } from '#shared/firm/endpoints'
import { codesWordsIn } from '../../src/editor/words-codes'
import { deskWordsIn } from '../../src/editor/words-desk'
import { firmWordsIn } from '../../src/editor/words-firm'
import { settingsWordsIn } from '../../src/editor/words-settings'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { publishByDraft } from '../support/publish-by-draft'
import { readCode, sceneOf } from '../support/read-code'
import { downloaded } from './support/downloaded'
import { openReader, type Reader } from './support/open-reader'
import { press, settle, shownPage } from './support/screen'

const OWNER = 'first-owner'
const COLLEAGUE = 'li-na'
const words = codesWordsIn('zh')
const firmWords = firmWordsIn('zh')

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(OWNER, 'owner', '王律师')
  await desk.appoint(COLLEAGUE, 'editor', '李娜')
  await publishByDraft(desk, OWNER, 204)
}, 60_000)
afterAll(() => desk.close())

const button = (page: Page, name: string) => shownPage(page).getByRole('button', { name, exact: true })
const field = (page: Page, name: string): Locator =>
  shownPage(page).getByLabel(name, { exact: true }).locator('input, textarea').first()
const says = (page: Page, sentence: string) => shownPage(page).getByText(sentence, { exact: true }).waitFor()

async function open(reader: Reader, path: string): Promise<void> {
  await reader.page.goto(`${desk.cloud.url}?as=${OWNER}#/editor/${path}`)
  await settle(reader.page)
}

it('makes a code on the way from the desk, downloads it, points it elsewhere, and withdraws it', async () => {
  const reader = await openReader('phone')
  const { page } = reader
  await open(reader, 'desk/index')
  await press(reader, button(page, deskWordsIn('zh').codes))
  await says(page, words.noCodes)
  await press(reader, button(page, words.newCode))
  await field(page, words.channel).fill('二〇二六年会场')
  await press(reader, shownPage(page).getByRole('radio', { name: words.kinds.series }))
  await press(reader, shownPage(page).getByRole('radio', { name: '数据周报' }))
  await press(reader, button(page, words.make))
  await says(page, words.leads('数据周报'))

  const { name, content } = await downloaded(reader, button(page, words.saveForPrint))
  expect(name).toBe('二〇二六年会场.png')
  const kept = readCode(content)
  const { codes } = await desk.call(listCodes, {}, OWNER)
  expect([kept.width, sceneOf(kept.address)]).toEqual([
    1280,
    { path: 'pages/series/index', scene: codes[0]?.token },
  ])

  await press(reader, button(page, words.pointElsewhere))
  await press(reader, shownPage(page).getByRole('radio', { name: words.kinds.issue }))
  await press(reader, shownPage(page).getByRole('radio', { name: '数据周报 第 204 期' }))
  await press(reader, button(page, words.pointHere))
  await says(page, words.leads('数据周报 第 204 期'))

  await press(reader, button(page, words.withdraw))
  await press(reader, button(page, words.withdrawConfirm))
  await says(page, words.withdrawn)
})

it('says that a colleague was quicker, and shows what they made of it', async () => {
  const reader = await openReader('desktop')
  const { page } = reader
  await open(reader, 'codes/index')
  await press(reader, button(page, words.newCode))
  await field(page, words.channel).fill('前台')
  await press(reader, button(page, words.make))
  await says(page, words.made)
  const { codes } = await desk.call(listCodes, {}, OWNER)
  const [{ token = '', revision = 0 } = {}] = codes
  await desk.call(changeCode, { token, revision, target: { kind: 'issue', issueId: '204' } }, COLLEAGUE)
  await press(reader, button(page, words.withdraw))
  await press(reader, button(page, words.withdrawConfirm))
  await says(page, words.changedMeanwhile)
  await says(page, words.leads('数据周报 第 204 期'))
})

it('keeps the account’s code that was chosen on the machine, and says when a file will not do', async () => {
  const reader = await openReader('desktop')
  const { page } = reader
  await open(reader, 'settings/firm/index')
  const choose = async (name: string, buffer: Buffer, way: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(reader, button(page, way))])
    await chooser.setFiles({ name, mimeType: 'image/png', buffer })
  }
  await field(page, firmWords.name).fill('立方律师')
  await choose('large.png', Buffer.alloc(70_000), firmWords.chooseCode)
  await says(page, firmWords.wrongCode['too-large'])
  await choose('other.png', Buffer.from('GIF89a'), firmWords.chooseCode)
  await says(page, firmWords.wrongCode['not-a-picture'])
  const icon = readFileSync(join(__dirname, '../../src/tab-bar/issues.png'))
  await choose('code.png', icon, firmWords.chooseCode)
  await button(page, firmWords.otherCode).waitFor()
  await press(reader, button(page, settingsWordsIn('zh').save))
  await says(page, settingsWordsIn('zh').saved)
  expect(await desk.call(getFirm, {}, OWNER)).toEqual({
    account: {
      name: '立方律师',
      originalId: null,
      code: `data:image/png;base64,${icon.toString('base64')}`,
    },
    contact: null,
  })
})
