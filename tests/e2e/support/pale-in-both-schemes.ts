import type { Page } from 'playwright-core'
import { tooPale } from './legibility'

/** One load is enough for both: the styles follow the scheme at once. */
export async function paleInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await page.evaluate(tooPale)).map((what) => `${colorScheme}: ${what}`))
  }
  return found
}
