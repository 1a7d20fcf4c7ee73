import type { ElementHandle, Locator, Page } from 'playwright-core'
import { settle } from './screen'

/** Where a node's upper edge is in every frame from before an act until the screen is calm again. */
export async function topsWhile(page: Page, node: Locator, act: () => Promise<void>): Promise<number[]> {
  const watched = await node.evaluateHandle((element) => {
    const tops: number[] = []
    let over = false
    const look = () => {
      tops.push(element.getBoundingClientRect().top)
      if (!over) requestAnimationFrame(look)
    }
    look()
    return {
      end: () => {
        over = true
        return tops
      },
    }
  })
  await act()
  await settle(page)
  return watched.evaluate(({ end }) => end())
}

export async function topOf(node: Locator): Promise<number> {
  return node.evaluate((element) => element.getBoundingClientRect().top)
}

/** Until a node stands in the upper part of the screen, with nothing over it. */
export async function untilBeingRead(node: Locator): Promise<void> {
  await node.page().waitForFunction(
    (element) => {
      const { top, left, height } = element.getBoundingClientRect()
      const seen = document.elementFromPoint(left + 8, top + height / 2)
      return top < window.innerHeight / 4 && seen !== null && element.contains(seen)
    },
    await elementOf(node),
    { timeout: 5_000 },
  )
}

async function elementOf(node: Locator): Promise<ElementHandle<Element>> {
  const element = await node.elementHandle()
  if (!element) throw new Error(`There is no ${node.toString()}.`)
  return element as ElementHandle<Element>
}
