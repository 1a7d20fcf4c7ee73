import type { Locator, Page } from 'playwright-core'

/** Shows a panel of the inspector, as its address names it. */
export async function openInspector(page: Page, cloudUrl: string, panel: string): Promise<void> {
  await page.goto(`${cloudUrl}_cloud/#/${panel}`)
  // On a phone it may be hidden, where a list stands before what was chosen in it.
  await page.locator('h1').waitFor({ state: 'attached' })
}

/** More than any panel of the tests has. */
const MOST_STOPS = 40

/** Goes on with the Tab key until it is there, so that whoever has no mouse can be there as well. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${target}.`)
}

/** Goes there and types over what it holds. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
