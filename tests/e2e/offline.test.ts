import type { Page } from 'playwright-core'
import { wordsZh } from '#reader/words-zh'
import { devices, openReader, takeComplaints } from './support/open-reader'
import { itemsOf, openList, press, rows, settle, shownPage } from './support/screen'

describe.each(devices)('without a network on a %s', (device) => {
  it('opens an issue again that was open before, and says that it is the saved copy', async () => {
    const reader = await openReader(device)
    const { page, context } = reader
    await openList(reader)
    await press(reader, rows(page).nth(1))
    await settle(page)
    const online = await itemsOf(page).allTextContents()
    await page.goBack()
    await settle(page)

    await context.setOffline(true)
    await press(reader, rows(page).nth(1))
    await settle(page)
    await savedCopy(page).waitFor()

    expect(await itemsOf(page).allTextContents()).toEqual(online)
    expectOnlyFailedLoads()
  })

  it('says so for an issue that was never open, and shows it once the reader tries again with a network', async () => {
    const reader = await openReader(device)
    const { page, context } = reader
    await openList(reader)
    await press(reader, rows(page).nth(1))
    await settle(page)
    await page.goBack()
    await settle(page)

    await context.setOffline(true)
    await press(reader, rows(page).nth(2))
    await settle(page)
    expect(await shownPage(page).getByRole('heading').allTextContents()).toEqual([wordsZh.offline])

    await context.setOffline(false)
    await press(reader, shownPage(page).getByRole('button'))
    await itemsOf(page).first().waitFor()

    expectOnlyFailedLoads()
  })

  it('keeps the list on the screen when it cannot be renewed', async () => {
    const reader = await openReader(device)
    const { page, context } = reader
    await openList(reader)
    const online = await rows(page).count()

    await context.route('**/client/callFunction', (route) => route.abort('internetdisconnected'))
    await page.reload()
    await savedCopy(page).waitFor()
    await settle(page)

    expect(await rows(page).count()).toBe(online)
    expectOnlyFailedLoads()
  })
})

const savedCopy = (page: Page) => shownPage(page).getByRole('status').filter({ hasText: wordsZh.offlineCopy })

/** The browser logs each request that fails; nothing else may have gone wrong. */
function expectOnlyFailedLoads(): void {
  for (const complaint of takeComplaints())
    expect(complaint).toMatch(/^console: Failed to load resource: net::ERR_/u)
}
