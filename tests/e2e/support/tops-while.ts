import type { Locator, Page } from 'playwright-core'
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

/** Until a node has come to a height of the screen; fails when it does not within a few seconds. */
export async function untilAt(node: Locator, top: number): Promise<void> {
  await node
    .page()
    .waitForFunction(
      ([element, expected]) => Math.abs(element.getBoundingClientRect().top - expected) < 1,
      [(await node.elementHandle()) as unknown as Element, top] as const,
      { timeout: 5_000 },
    )
}
