import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beginDraft, getDraft, saveDraft } from '#shared/drafts/endpoints'
import { draftWordsIn } from '../../src/editor/words-draft'
import { itemWordsIn } from '../../src/editor/words-item'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { openReader, type Reader, takeComplaints } from './support/open-reader'
import { press, settle, shownPage } from './support/screen'

const [LIN, CHEN] = ['lin-lan', 'chen-mo']
const words = draftWordsIn('zh')
const itemWords = itemWordsIn('zh')

let desk: DeskCloud
let number = 60

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(LIN, 'editor', '林岚')
  await desk.appoint(CHEN, 'editor', '陈默')
}, 60_000)
afterAll(() => desk.close())

async function aDraft(): Promise<string> {
  number += 1
  const issue = aDraftOf([aDraftItem(), aDraftItem({ key: 'item2' })], {
    number,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number },
  })
  const { id } = await desk.call(beginDraft, {}, LIN)
  await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, LIN)
  return id
}

const itemsIn = async (id: string) =>
  (await desk.call(getDraft, { id }, LIN)).draft.issue.sections.flatMap(({ items }) => items)

const button = (page: Page, name: string) => shownPage(page).getByRole('button', { name, exact: true })
const fieldOf = (page: Page, name: string): Locator =>
  shownPage(page).getByLabel(name, { exact: true }).locator('input, textarea').first()
const title = (page: Page) => fieldOf(page, `${itemWords.halves.zh} ${itemWords.title}`)
const paragraph = (page: Page, count: number) =>
  fieldOf(page, `${itemWords.halves.zh} ${itemWords.paragraph(count)}`)
const seen = (page: Page, text: string) => shownPage(page).getByText(text).first().waitFor()

async function openItem(reader: Reader, openid: string, id: string, item = 'item1'): Promise<void> {
  await reader.page.goto('about:blank')
  await reader.page.goto(`${desk.cloud.url}?as=${openid}#/editor/item/index?id=${id}&item=${item}`)
  await settle(reader.page)
}

it('two editors at one draft are told of each other, and merge what they changed', async () => {
  const id = await aDraft()
  const [lin, chen] = [await openReader('desktop'), await openReader('desktop')]
  await openItem(lin, LIN, id)
  await openItem(chen, CHEN, id, 'item2')
  await title(chen.page).fill('陈默改的第二条')
  await seen(chen.page, words.saving.saving)
  await seen(chen.page, words.saving.saved)

  await title(lin.page).fill('林岚改的第一条')
  await seen(lin.page, words.conflict('陈默'))
  expect((await itemsIn(id)).map((item) => item.title.zh)).toContain('陈默改的第二条')
  await press(lin, button(lin.page, words.mergeBoth))
  await seen(lin.page, words.saving.saved)
  expect((await itemsIn(id)).map((item) => item.title.zh)).toEqual(['林岚改的第一条', '陈默改的第二条'])
})

it('nothing typed is lost where the connection is cut and the window closed', async () => {
  const id = await aDraft()
  const lin = await openReader('phone')
  await openItem(lin, LIN, id)
  await lin.page.route('**/client/callFunction', (route) => route.abort())
  await title(lin.page).fill('断网时写的标题')
  await seen(lin.page, words.saving.offline)
  takeComplaints()

  await lin.page.goto('about:blank')
  await lin.page.unroute('**/client/callFunction')
  await lin.page.goto(`${desk.cloud.url}?as=${LIN}#/editor/desk/index`)
  await seen(lin.page, '断网时写的标题')
  expect((await itemsIn(id))[0]?.title.zh).toBe('断网时写的标题')
})

it('a paragraph is cut where the cursor stands, and one more is written at once', async () => {
  const id = await aDraft()
  const lin = await openReader('desktop')
  const { page } = lin
  await openItem(lin, LIN, id)
  await paragraph(page, 1).fill('草案*公开征求*意见。')
  await paragraph(page, 1).press('Home')
  for (let step = 0; step < 5; step += 1) await paragraph(page, 1).press('ArrowRight')
  await press(lin, shownPage(page).getByText(itemWords.split, { exact: true }))
  await page.waitForFunction(() => document.activeElement?.matches('textarea'))
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('<img src=x onerror="alert(1)">')
  await title(page).click()
  await seen(page, words.saving.saving)
  await seen(page, words.saving.saved)
  expect((await itemsIn(id))[0]?.body.zh).toEqual([
    [{ text: '草案' }, { text: '公开', emphasis: true }],
    [{ text: '征求', emphasis: true }, { text: '意见。' }],
    [{ text: '<img src=x onerror="alert(1)">' }],
  ])
  expect(await paragraph(page, 3).inputValue()).toBe('<img src=x onerror="alert(1)">')
})

it('goes back to the draft from an item with all that was typed, without waiting', async () => {
  const id = await aDraft()
  const lin = await openReader('phone')
  await lin.page.goto(`${desk.cloud.url}?as=${LIN}#/editor/draft/index?id=${id}`)
  await settle(lin.page)
  await press(lin, shownPage(lin.page).getByRole('link').first())
  await settle(lin.page)
  await title(lin.page).fill('刚刚写完的标题')
  await lin.page.goBack()
  await seen(lin.page, '刚刚写完的标题')
  await seen(lin.page, words.saving.saved)
  expect((await itemsIn(id))[0]?.title.zh).toBe('刚刚写完的标题')
})
