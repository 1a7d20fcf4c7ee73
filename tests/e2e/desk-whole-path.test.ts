import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { importDocument } from '#core/importer/import-document'
import { wordsZh } from '#reader/words-zh'
import { deskWordsIn } from '../../src/editor/words-desk'
import { draftWordsIn } from '../../src/editor/words-draft'
import { itemWordsIn } from '../../src/editor/words-item'
import { publishWordsIn } from '../../src/editor/words-publish'
import { openDesk } from '../../tools/newsletter/desk'
import { someAlertSettings } from '../support/alert-settings'
import { anIssue } from '../support/an-issue'
import { type DeskCloud, OWNER_CODE, startDeskCloud } from '../support/desk-cloud'
import { anImport } from '../support/issues-cloud'
import { wordDocument } from '../support/word-document'
import { openReader, type Reader } from './support/open-reader'
import { itemsOf, press, rows, settle, shownPage, titleOf } from './support/screen'

const deskWords = deskWordsIn('zh')
const draftWords = draftWordsIn('zh')
const itemWords = itemWordsIn('zh')
const publishWords = publishWordsIn('zh')

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  const settings = { ...someAlertSettings(), quietHours: null }
  await desk.database.collection('settings').doc('alerts').set({ data: settings })
}, 60_000)
afterAll(() => desk.close())

const button = (page: Page, name: string) => shownPage(page).getByRole('button', { name, exact: true })
const field = (page: Page, name: string): Locator =>
  shownPage(page).getByLabel(name, { exact: true }).locator('input, textarea').first()
const seen = (page: Page, text: string) => shownPage(page).getByText(text).first().waitFor()

async function open(reader: Reader, openid: string, path: string): Promise<void> {
  await reader.page.goto('about:blank')
  await reader.page.goto(`${desk.cloud.url}?as=${openid}#${path}`)
  await settle(reader.page)
}

/** Reads an earlier issue of the series, and asks on the list, which offers alerts from then on. */
async function follow(reader: Reader, openid: string): Promise<void> {
  await open(reader, openid, '/pages/index/index')
  await press(reader, rows(reader.page).first())
  await itemsOf(reader.page).first().waitFor()
  await open(reader, openid, '/pages/index/index')
  await press(reader, shownPage(reader.page).locator('.alert-strip').getByRole('button'))
  await reader.page.getByRole('dialog').getByRole('button', { name: '允许' }).click()
  await seen(reader.page, wordsZh.toldOfNext(1, false))
}

async function firstTitleIn(owner: Reader, draftId: string, before: string, title: string): Promise<void> {
  await open(owner, 'first-owner', `/editor/draft/index?id=${draftId}`)
  await press(owner, shownPage(owner.page).getByRole('link').filter({ hasText: before }).first())
  await field(owner.page, `${itemWords.halves.zh} ${itemWords.title}`).fill(title)
  await seen(owner.page, draftWords.saving.saving)
  await seen(owner.page, draftWords.saving.saved)
}

it('claims, imports a Word document, mends a title, publishes; the alert arrives; corrects and withdraws', async () => {
  const bytes = wordDocument()
  const { issue } = await importDocument(bytes)
  const title = issue?.sections[0]?.items[0]?.title.zh
  if (!issue || !title) throw new Error('The document is no newsletter.')
  const earlier = anIssue({ id: '1', number: 1, series: { title: issue.series.title, number: 1 } })
  const commandLine = await openDesk(desk.cloud.adminUrl)
  await commandLine.publish((await commandLine.importDraft(anImport(earlier))).id, false)

  const reader = await openReader('phone')
  await follow(reader, 'a-reader')

  const owner = await openReader('phone')
  const { page } = owner
  await open(owner, 'first-owner', '/editor/desk/index')
  await field(page, deskWords.code).fill(OWNER_CODE)
  await field(page, deskWords.yourName).fill('王律师')
  await press(owner, button(page, deskWords.claimAct))

  const chosen = page.waitForEvent('filechooser')
  await press(owner, button(page, deskWords.chooseDocument))
  await (await chosen).setFiles({ name: '周报.docx', mimeType: 'application/octet-stream', buffer: bytes })
  await button(page, draftWords.publish).waitFor({ timeout: 60_000 })
  await settle(page)

  const mended = `${title}（一）`
  await firstTitleIn(owner, issue.id, title, mended)

  await open(owner, 'first-owner', `/editor/draft/index?id=${issue.id}`)
  await press(owner, button(page, draftWords.preview))
  await seen(page, mended)

  await open(owner, 'first-owner', `/editor/publish/index?id=${issue.id}`)
  await seen(page, publishWords.followers(1))
  await press(owner, button(page, publishWords.acts.publish))
  await press(owner, button(page, publishWords.confirm))
  await seen(page, publishWords.done.publish)

  for (const run of desk.cloud.timers.fire('alerts')) await run.rest
  await desk.cloud.wechat.idle()
  const [message] = desk.cloud.wechat.phone('a-reader').inbox
  expect(message).toMatchObject({ page: `pages/issue/index?id=${issue.id}` })
  expect(mended).toContain(message?.data.thing2?.replace('…', ''))
  await open(reader, 'a-reader', `/pages/issue/index?id=${issue.id}`)
  await titleOf(itemsOf(reader.page).first()).getByText(mended).waitFor()

  const corrected = `${title}（二）`
  await firstTitleIn(owner, issue.id, mended, corrected)
  await open(owner, 'first-owner', `/editor/publish/index?id=${issue.id}`)
  await field(page, publishWords.noteZh).fill('第一条的标题已更正。')
  await press(owner, button(page, publishWords.acts.correct))
  await press(owner, button(page, publishWords.confirm))
  await seen(page, publishWords.done.correct)
  await open(reader, 'a-reader', `/pages/issue/index?id=${issue.id}`)
  await titleOf(itemsOf(reader.page).first()).getByText(corrected).waitFor()
  await seen(reader.page, '第一条的标题已更正。')
  for (const run of desk.cloud.timers.fire('alerts')) await run.rest
  expect(desk.cloud.wechat.phone('a-reader').inbox).toHaveLength(1)

  await press(owner, button(page, publishWords.withdraw))
  await press(owner, button(page, publishWords.withdrawConfirm))
  await seen(page, publishWords.withdrawn)
  await open(reader, 'a-reader', `/pages/issue/index?id=${issue.id}`)
  await seen(reader.page, wordsZh.absent)
}, 240_000)
