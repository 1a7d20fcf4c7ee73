import type { Locator, Page } from 'playwright-core'
import { type ReadingMode, readingModes } from '#shared/newsletter/reading'
import type { Reader } from './open-reader'

/** The page that is shown: those that were left lie hidden beside it. */
export function shownPage(page: Page): Locator {
  return page.locator('.taro_page').filter({ visible: true }).last()
}

export function topSwitch(page: Page): Locator {
  return shownPage(page).getByRole('radiogroup').first()
}

export function itemsOf(page: Page): Locator {
  return shownPage(page).locator('[id^="item-"]')
}

export function titleOf(item: Locator): Locator {
  return item.getByRole('heading').first()
}

/** By place and not by name, which is in the reader's language. */
function segment(group: Locator, mode: ReadingMode): Locator {
  return group.getByRole('radio').nth(readingModes.indexOf(mode))
}

/** A finger on a phone, a mouse at a desk. */
export async function press({ device }: Reader, target: Locator): Promise<void> {
  await (device === 'phone' ? target.tap() : target.click())
}

/** Presses a segment, and waits until the switch says that it is chosen. */
export async function choose(reader: Reader, group: Locator, mode: ReadingMode): Promise<void> {
  await press(reader, segment(group, mode))
  await segment(group, mode).and(reader.page.locator('[aria-checked=true]')).waitFor()
}

export async function openList(reader: Reader): Promise<void> {
  await reader.page.goto(process.env.READING_ROOM_URL ?? '')
  await rows(reader.page).first().waitFor()
  await settle(reader.page)
}

/** The newest issue, and the older ones below it. */
export function rows(page: Page): Locator {
  return shownPage(page).getByRole('link')
}

export async function openIssue(reader: Reader, id: string): Promise<void> {
  await reader.page.goto(`${process.env.READING_ROOM_URL}#/pages/issue/index?id=${encodeURIComponent(id)}`)
  await settle(reader.page)
}

export async function openMine(reader: Reader): Promise<void> {
  await reader.page.goto(`${process.env.READING_ROOM_URL}#/pages/mine/index`)
  await topSwitch(reader.page).waitFor()
  await settle(reader.page)
}

/** Until one page alone is on the screen, and every box on it has kept its place for some frames; 20 s at most. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const giveUpAt = Date.now() + 20_000
        let before = ''
        let calm = 0
        const look = () => {
          const pages = [...document.querySelectorAll('.taro_page')].filter((one) => one.clientHeight > 0)
          const boxes = [...(pages[0]?.querySelectorAll('*') ?? [])].map((node) => {
            const { top, left, height } = node.getBoundingClientRect()
            return `${top} ${left} ${height}`
          })
          const now = boxes.join()
          const loading = document.querySelector('[role=status][aria-label]') !== null
          calm = pages.length === 1 && !loading && now === before ? calm + 1 : 0
          before = now
          if (calm >= 6) resolve()
          else if (Date.now() < giveUpAt) requestAnimationFrame(look)
          else reject(new Error(`Not calm: ${pages.length} pages are shown${loading ? ', one loads' : ''}.`))
        }
        look()
      }),
  )
}
