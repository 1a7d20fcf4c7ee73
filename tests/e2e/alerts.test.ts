import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import { publishSamples } from '../../tools/newsletter/publish-samples'
import { someAlertSettings, TEMPLATE } from '../support/alert-settings'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openReader, type Reader } from './support/open-reader'
import { sampleIssues } from './support/samples'
import {
  choose,
  itemsOf,
  openIssue,
  openMine,
  press,
  rows,
  settle,
  shownPage,
  titleOf,
  topSwitch,
} from './support/screen'

/** Here campaigns are opened and the timer is fired, so the cloud is this file's own. */
let room: IssuesCloud
const [newest] = sampleIssues()

beforeAll(async () => {
  room = await startIssuesCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await publishSamples(room.cloud.adminUrl)
  await room.desk.saveAlertSettings(someAlertSettings())
  process.env.READING_ROOM_URL = room.cloud.url
}, 60_000)
afterAll(() => room.close())

const strip = (page: Page) => shownPage(page).locator('.alert-strip')
const answer = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click()

/** The list of a reader who has opened an issue: before that, nothing is offered there. */
async function openAs(openid: string, options = {}): Promise<Reader> {
  const reader = await openReader('phone', options)
  await openIssue(reader, newest?.id ?? '')
  await itemsOf(reader.page).first().waitFor()
  await reader.page.goto(`${room.cloud.url}?as=${openid}`)
  await rows(reader.page).first().waitFor()
  await settle(reader.page)
  return reader
}

it('asks, is told, opens the issue from the message, asks again and refuses, and the words are right', async () => {
  const reader = await openAs('wang-lei')
  await strip(reader.page).getByText(wordsZh.alertMe).waitFor()
  await press(reader, strip(reader.page).getByRole('button'))
  await answer(reader.page, '允许')
  await strip(reader.page).getByText(wordsZh.toldOfNext(1, false)).waitFor()

  if (!newest) throw new Error('There is no sample.')
  expect(await room.desk.publish(newest.id, true)).toMatchObject({ isNew: true })
  for (const run of room.cloud.timers.fire('alerts')) await run.rest
  const [message] = room.cloud.wechat.phone('wang-lei').inbox
  expect(message?.data.thing2).toBe(newest.sections[0]?.items[0]?.title.zh)

  const opened = room.cloud.wechat.phone('wang-lei').openMessage(message?.msgid ?? '')
  expect(opened).toMatchObject({ path: 'pages/issue/index', query: { id: newest.id }, scene: 1014 })
  await reader.page.goto(`${room.cloud.url}?as=wang-lei&scene=1014#/pages/issue/index?id=${newest.id}`)
  await itemsOf(reader.page).first().waitFor()
  expect(await titleOf(itemsOf(reader.page).first()).textContent()).toBe(
    newest.sections[0]?.items[0]?.title.zh,
  )
  await strip(reader.page).getByText(wordsZh.toldOfNext(0, false)).waitFor()
  await press(reader, strip(reader.page).getByRole('button'))
  await answer(reader.page, '取消')
  await strip(reader.page).getByText(wordsZh.askOutcomes.refused).waitFor()
})

it('says in English that two series share what was allowed', async () => {
  const reader = await openAs('li-na', { locale: 'en-US' })
  await openMine(reader)
  const allow = shownPage(reader.page).getByRole('button', { name: wordsEn.allow })
  for (const _series of [1, 2]) {
    await press(reader, allow.first())
    await answer(reader.page, '允许')
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' })
    await settle(reader.page)
  }
  await shownPage(reader.page).getByText(wordsEn.toldOfNext(2, true)).first().waitFor()
  expect(await shownPage(reader.page).getByText(wordsEn.toldOfNext(2, true)).count()).toBe(2)
})

it('is told in the language that was chosen since', async () => {
  const reader = await openAs('zhang-wei')
  await press(reader, strip(reader.page).getByRole('button'))
  await answer(reader.page, '允许')
  await strip(reader.page).getByText(wordsZh.toldOfNext(1, false)).waitFor()
  const told = reader.page.waitForResponse(
    (response) => response.request().postData()?.includes('"language"') ?? false,
  )
  await choose(reader, topSwitch(reader.page), 'en')
  await told

  const issue = sampleIssues().find(
    (each) => each.id !== newest?.id && each.series.title.zh === newest?.series.title.zh,
  )
  if (!issue) throw new Error('There is no other sample of the series.')
  await room.desk.publish(issue.id, true)
  for (const run of room.cloud.timers.fire('alerts')) await run.rest
  expect(room.cloud.wechat.phone('zhang-wei').inbox[0]?.data.thing1).toMatch(/^Weekly/u)
})

it('keeps its place on the list, and nothing moves when it appears', async () => {
  const reader = await openAs('zhao-min')
  const top = () => rows(reader.page).first().boundingBox()
  const before = await top()
  await reader.page.reload()
  await strip(reader.page).waitFor()
  expect(await top()).toEqual(before)
  expect(room.cloud.wechat.phone('zhao-min').state.templates[TEMPLATE]).toBeUndefined()
})
