import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { wordsZh } from '#reader/words-zh'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startInspectedCloud } from './support/inspected-cloud'
import { openInspector, pressEnterOn, tabTo, typeInto } from './support/inspector-page'
import { openReader, takeComplaints } from './support/open-reader'
import { itemsIn, sampleIssues } from './support/samples'
import { itemsOf, rows, settle, shownPage } from './support/screen'
import { topOf } from './support/tops-while'

/** What a button that subscribes asks of WeChat; the pages have none yet. */
declare const wx: { requestSubscribeMessage(options: { tmplIds: string[] }): Promise<object> }

const TEMPLATE = 'local-new-issue'

describe('an alert', () => {
  it('is allowed in WeChat’s panel, sent, seen in the open inbox, and opens its issue', async () => {
    const server = process.env.READING_ROOM_URL ?? ''
    const openid = 'alerted-reader'
    const [, issue] = sampleIssues()
    const { page: inspector, context } = await openReader('desktop')
    await openInspector(inspector, server, `readers/${openid}`)
    await inspector.getByText('No message has come yet.').waitFor()
    const left = inspector.getByLabel('Messages left of 内容更新提醒')
    expect(await left.textContent()).toBe('0')

    const room = await context.newPage()
    await room.goto(`${server}?as=${openid}`)
    await rows(room).first().waitFor()
    const answer = room.evaluate((tmplIds) => wx.requestSubscribeMessage({ tmplIds }), [TEMPLATE])
    const panel = room.getByRole('dialog')
    await panel.getByText('内容更新提醒').waitFor()
    await panel.getByRole('button', { name: '允许' }).click()
    expect(await answer).toEqual({ [TEMPLATE]: 'accept', errMsg: 'requestSubscribeMessage:ok' })

    await left.getByText('1').waitFor()
    await pressEnterOn(inspector, inspector.getByText('Send a message'))
    await typeInto(inspector, inspector.getByLabel('thing2'), '新的一期')
    await typeInto(inspector, inspector.getByLabel('Page'), `pages/issue/index?id=${issue?.id}`)
    await inspector.keyboard.press('Enter')

    const message = inspector.getByRole('article', { name: '内容更新提醒' })
    await message.getByText('新的一期').waitFor()
    await message.getByText('unread').waitFor()
    await left.getByText('0').waitFor()

    const opened = context.waitForEvent('page')
    await message.getByRole('link', { name: 'Open' }).focus()
    await inspector.keyboard.press('Enter')
    const notified = await opened
    await itemsOf(notified).first().waitFor()
    await settle(notified)

    const address = new URL(notified.url())
    expect(address.hash).toBe(`#/pages/issue/index?id=${issue?.id}`)
    expect([address.searchParams.get('as'), address.searchParams.get('scene')]).toEqual([openid, '1014'])
    const titles = await itemsOf(notified).getByRole('heading', { level: 3 }).allTextContents()
    expect(titles).toEqual(issue && itemsIn(issue).map(({ title }) => title.zh))
    await message.getByText('unread').waitFor({ state: 'detached' })
    await inspector.getByRole('heading', { name: openid }).waitFor()
    await inspector.getByText('reads in this browser').first().waitFor()
  })
})

describe('on a cloud of its own, with the keyboard alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-'))
  const started: LocalCloud[] = []
  let cloud: LocalCloud
  let inspector: Page

  beforeAll(async () => {
    cloud = await startInspectedCloud()
    started.push(cloud)
  })

  afterAll(async () => {
    for (const each of started) await each.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(panel: string) {
    const reader = await openReader('desktop')
    inspector = reader.page
    await openInspector(inspector, cloud.url, panel)
    return reader
  }

  it('a timer is fired, and its run and what it stored are there', async () => {
    await open('timers')
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Fire tick of ticker twice' }))
    await inspector.getByText('2 events given').waitFor()

    await inspector.keyboard.press('Shift+Tab')
    await inspector.keyboard.press('Shift+Tab')
    await inspector.keyboard.press('Enter')
    const calls = inspector.getByRole('list', { name: 'Calls of ticker' }).getByRole('link')
    await calls.filter({ hasText: 'answered' }).nth(1).waitFor()
    await tabTo(inspector, calls.first())
    await inspector.keyboard.press('ArrowDown')
    await inspector.keyboard.press('Enter')
    await inspector.getByText('wx_trigger', { exact: true }).waitFor()
    await inspector.getByText('It has printed nothing.').waitFor()
  })

  it('the clock is moved, and what was due on the way is done', async () => {
    await cloud.timers.fire('ticker')[0]?.result
    const { context } = await open('clock')
    const stored = await context.newPage()
    await openInspector(stored, cloud.url, 'documents/ticks')
    const ticks = stored.getByRole('list', { name: 'Documents of ticks' }).getByRole('link')
    await ticks.first().waitFor()
    const before = await ticks.count()

    await inspector.bringToFront()
    await pressEnterOn(inspector, inspector.getByRole('button', { name: '1 minute', exact: true }))
    await inspector.getByText('ahead of this machine').waitFor()

    // Twice a minute.
    await ticks.nth(before + 1).waitFor()
    await inspector.getByText('On the way…').waitFor({ state: 'detached' })

    await inspector.keyboard.press('Enter')
    await ticks.nth(before + 3).waitFor()
    await inspector.getByText('On the way…').waitFor({ state: 'detached' })
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Back to this machine' }))
    await inspector.getByText('as on this machine').waitFor()
  })

  it('a fault is added, a page shows it, and once it is removed the page loads', async () => {
    const { context } = await open('faults')
    await tabTo(inspector, inspector.getByLabel('Begin with'))
    await inspector.keyboard.type('every call of a phone')
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Add', exact: true }))
    const remove = inspector.getByRole('button', { name: 'Remove fault-1' })
    await remove.waitFor()

    const room = await context.newPage()
    await room.goto(`${cloud.url}?as=unlucky`)
    await shownPage(room).getByRole('heading', { name: wordsZh.failed }).waitFor()
    const met = inspector.getByRole('table', { name: 'What they have met' }).getByRole('row')
    await met.filter({ hasText: 'unlucky' }).first().waitFor()

    await inspector.bringToFront()
    await pressEnterOn(inspector, remove)
    await remove.waitFor({ state: 'detached' })
    expect(await inspector.locator(':focus').evaluate(({ localName }) => localName)).toBe('main')
    await shownPage(room).getByRole('button').click()
    await rows(room).first().waitFor()
  })

  it('a document is found by a filter, looked at, and left by Escape', async () => {
    const [issue] = sampleIssues()
    await open('documents')
    const collections = inspector.getByRole('list', { name: 'Collections' }).getByRole('link')
    await tabTo(inspector, collections.first())
    const names = await collections.allTextContents()
    for (const name of names) {
      if (name.startsWith('issues')) break
      await inspector.keyboard.press('ArrowDown')
    }
    await inspector.keyboard.press('Enter')
    const filter = inspector.getByRole('searchbox', { name: 'Filter' })
    await typeInto(inspector, filter, `{ "_id": "${issue?.id}" }`)
    await inspector.keyboard.press('Enter')
    const documents = inspector.getByRole('list', { name: 'Documents of issues' }).getByRole('link')
    await documents.nth(1).waitFor({ state: 'detached' })
    await pressEnterOn(inspector, documents)

    const text = inspector.getByRole('region', { name: `Document ${issue?.id}` })
    await text.getByText('"published"').waitFor()
    await tabTo(inspector, text)
    await inspector.keyboard.press('Escape')
    await text.waitFor({ state: 'detached' })
    expect(await documents.evaluate((link) => link === document.activeElement)).toBe(true)
  })

  it('a document is edited, and refused where the database would refuse it', async () => {
    await open('documents/drafts')
    const drafts = inspector.getByRole('list', { name: 'Documents of drafts' }).getByRole('link')
    await pressEnterOn(inspector, drafts.first())
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Edit' }))

    await typeInto(inspector, inspector.locator('textarea:focus'), '{ "$set": {} }')
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Save' }))
    await inspector.getByRole('alert').getByText('$set').waitFor()

    await inspector.keyboard.press('Shift+Tab')
    await typeInto(inspector, inspector.locator('textarea:focus'), '{ "edition": "改过" }')
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Save' }))
    await inspector
      .getByRole('region', { name: /^Document / })
      .getByText('"改过"', { exact: true })
      .waitFor()
    // The browser tells of the refusal as well.
    expect(takeComplaints()).toEqual([expect.stringContaining('status of 400')])
  })

  it('another reader is read as', async () => {
    const { context } = await open('readers')
    await typeInto(inspector, inspector.getByLabel('A reader’s name'), 'wang-lei')
    await inspector.keyboard.press('Enter')
    const opened = context.waitForEvent('page')
    await pressEnterOn(inspector, inspector.getByRole('link', { name: 'Read as wang-lei' }))
    const room = await opened
    await rows(room).first().waitFor()
    await inspector.getByText('reads in this browser').first().waitFor()

    const [last] = cloud.functions.calls('issues').slice(-1)
    expect(last?.openid).toBe('wang-lei')
  })

  it('all data is taken along, and brought back after something was deleted', async () => {
    const id = sampleIssues()[0]?.id ?? ''
    await open('data')
    const downloading = inspector.waitForEvent('download')
    await pressEnterOn(inspector, inspector.getByRole('link', { name: 'Download all data' }))
    const file = join(folder, 'local-cloud.jsonl')
    await (await downloading).saveAs(file)

    await openInspector(inspector, cloud.url, `documents/issues?id=${id}`)
    const remove = inspector.getByRole('button', { name: `elete document ${id}` })
    await pressEnterOn(inspector, remove)
    await inspector.keyboard.press('Enter')
    await inspector.getByText('This document is gone.').waitFor()

    await openInspector(inspector, cloud.url, 'data')
    await inspector.getByLabel('An exported file').setInputFiles(file)
    await tabTo(inspector, inspector.getByLabel('Put it in the place of all that is here now'))
    await inspector.keyboard.press('Space')
    await pressEnterOn(inspector, inspector.getByRole('button', { name: 'Import' }))
    await inspector.getByText('Imported.').waitFor()
    await openInspector(inspector, cloud.url, `documents/issues?id=${id}`)
    await remove.waitFor()
  })

  it('who reads keeps their place and their focus while more and more arrives', async () => {
    for (let count = 0; count < 40; count++) await callIssues()
    await open('functions/issues')
    const calls = inspector.getByRole('list', { name: 'Calls of issues' }).getByRole('link')
    await calls.nth(39).waitFor()
    await tabTo(inspector, calls.first())
    for (let count = 0; count < 25; count++) await inspector.keyboard.press('ArrowDown')
    const focused = inspector.locator(':focus')
    const before = await placeOf(focused)

    const shown = await calls.count()
    for (let count = 0; count < 10; count++) await callIssues()
    await calls.nth(shown + 9).waitFor()

    const after = await placeOf(focused)
    expect(after.call).toBe(before.call)
    expect(Math.abs(after.top - before.top)).toBeLessThan(1)
  })

  it('it says that the cloud is gone, and goes on by itself when it is back', async () => {
    const first = await startInspectedCloud()
    started.push(first)
    const { page } = await openReader('desktop')
    await openInspector(page, first.url, 'timers')
    await page.getByText('ticker').waitFor()

    await first.close()
    started.pop()
    await page.getByText('The local cloud does not answer.').first().waitFor()
    await pressEnterOn(page, page.getByRole('link', { name: 'Timers' }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('NO_ANSWER').waitFor()

    started.push(await startInspectedCloud({ port: first.port }))
    await page.getByRole('button', { name: '1 minute', exact: true }).waitFor()
    await page.getByText('The local cloud does not answer.').first().waitFor({ state: 'detached' })
    for (const complaint of takeComplaints()) expect(complaint).toContain('ERR_')
  })

  async function callIssues(): Promise<void> {
    await fetch(`${cloud.url}client/callFunction`, { method: 'POST', body: '{"name":"issues"}' })
  }

  async function placeOf(element: Locator) {
    return { call: await element.getAttribute('href'), top: await topOf(element) }
  }
})
