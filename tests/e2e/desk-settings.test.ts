import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { listEditors } from '#shared/editors/endpoints'
import { listSeries } from '#shared/series/endpoints'
import { alertSettingsWordsIn } from '../../src/editor/words-alert-settings'
import { deskWordsIn } from '../../src/editor/words-desk'
import { settingsWordsIn } from '../../src/editor/words-settings'
import { someAlertSettings } from '../support/alert-settings'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { openReader, type Reader } from './support/open-reader'
import { press, settle, shownPage } from './support/screen'

const OWNER = 'first-owner'
const words = settingsWordsIn('zh')
const alertWords = alertSettingsWordsIn('zh')

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(OWNER, 'owner', '王律师')
  await desk.database
    .collection('settings')
    .doc('alerts')
    .set({ data: { ...someAlertSettings() } })
}, 60_000)
afterAll(() => desk.close())

const button = (page: Page, name: string) => shownPage(page).getByRole('button', { name, exact: true })
const field = (page: Page, name: string): Locator =>
  shownPage(page).getByLabel(name, { exact: true }).locator('input, textarea').first()

async function open(reader: Reader, path: string, openid = OWNER): Promise<void> {
  await reader.page.goto(`${desk.cloud.url}?as=${openid}#${path}`)
  await settle(reader.page)
}

it('invites a colleague by a link, who accepts it and works here, until the role is taken back', async () => {
  const owner = await openReader('phone', { permissions: ['clipboard-read', 'clipboard-write'] })
  await open(owner, '/editor/settings/editors/index')
  await field(owner.page, words.name).fill('李娜')
  await press(owner, button(owner.page, words.makeInvitation))
  await press(owner, button(owner.page, words.copyLink))
  await shownPage(owner.page).getByText(words.copied).waitFor()
  const link = await owner.page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/#\/editor\/desk\/index\?invitation=[0-9a-f]{32}$/u)

  const colleague = await openReader('phone')
  await open(colleague, new URL(link).hash.slice(1), 'li-na')
  await press(colleague, button(colleague.page, deskWordsIn('zh').accept))
  await shownPage(colleague.page).getByText(deskWordsIn('zh').noDrafts).waitFor()

  await open(owner, '/editor/settings/index')
  await open(owner, '/editor/settings/editors/index')
  await press(owner, button(owner.page, words.remove).last())
  await press(owner, button(owner.page, words.removeConfirm))
  await shownPage(owner.page).getByText(words.removed).waitFor()
  expect((await desk.call(listEditors, {}, OWNER)).editors.map(({ name }) => name)).toEqual(['王律师'])
})

it('keeps what is typed of a series, says what is wrong with it, and saves it when it is right', async () => {
  const owner = await openReader('phone')
  await open(owner, '/editor/settings/series/index')
  await press(owner, button(owner.page, words.save))
  await shownPage(owner.page).getByText(words.wrongFields).waitFor()
  await field(owner.page, words.titleZh).fill('隐私保护周报')
  await field(owner.page, words.website).fill('www.example.com')
  await shownPage(owner.page).getByText(words.notAWebsite).waitFor()
  await field(owner.page, words.website).fill('https://www.example.com')
  await field(owner.page, words.tel).fill('+8610 60000000\n+8610 60000001')
  await press(owner, button(owner.page, words.save))
  await shownPage(owner.page).getByText(words.saved, { exact: true }).waitFor()
  const { series } = await desk.call(listSeries, {}, OWNER)
  expect(series).toEqual([
    expect.objectContaining({
      title: { zh: '隐私保护周报', en: null },
      defaults: expect.objectContaining({
        contact: expect.objectContaining({
          website: 'https://www.example.com',
          tel: ['+8610 60000000', '+8610 60000001'],
        }),
      }),
    }),
  ])
})

it('says which field of the template is wrong, in the server’s sentence, and saves it when it is right', async () => {
  const owner = await openReader('phone')
  await open(owner, '/editor/settings/alerts/index')
  const date = shownPage(owner.page).getByRole('radiogroup', { name: alertWords.field('date3') })
  await press(owner, date.getByRole('radio', { name: alertWords.sources.text }))
  await field(owner.page, alertWords.textZh).fill('下周')
  await field(owner.page, alertWords.textEn).fill('next week')
  await press(owner, button(owner.page, alertWords.save))
  await shownPage(owner.page)
    .getByText(/没有保存。服务器说：.*date3.*下周/u)
    .waitFor()
  await press(owner, date.getByRole('radio', { name: alertWords.sources.date }))
  await press(owner, button(owner.page, alertWords.save))
  await shownPage(owner.page).getByText(alertWords.saved).waitFor()
  const { data } = await desk.database.collection('settings').doc('alerts').get()
  expect(data).toMatchObject({ templates: { 'local-new-issue': { fields: { date3: { from: 'date' } } } } })
})
