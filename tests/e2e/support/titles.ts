import type { Locator } from 'playwright-core'
import type { Item } from '#shared/newsletter/issue'
import { languagesOf, otherLanguage, type ReadingMode } from '#shared/newsletter/reading'

/** The titles that an item shows, as many as it shows halves. */
export function titlesOf(item: Locator): Promise<string[]> {
  return item.getByRole('heading').allTextContents()
}

/** The titles that it should show; where a half is missing, the other one stands for it. */
export function titlesIn(mode: ReadingMode, item: Item | undefined): string[] {
  const titles = languagesOf(mode).map(
    (language) => item?.title[language] ?? item?.title[otherLanguage(language)] ?? '',
  )
  return [...new Set(titles)]
}
