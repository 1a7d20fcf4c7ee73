import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { changeSection, itemSpot } from './change-item'
import type { DraftIssue, DraftItem } from './draft-issue'
import { hasHalf } from './pair-items'

/** Parts a pair that does not belong together: its English half becomes an item of its own, under a new key, after it. */
export function partItem(draft: DraftIssue, key: string, newKey: string): DraftIssue {
  const { section, at, item } = itemSpot(draft, key)
  if (!hasHalf(item, 'zh') || !hasHalf(item, 'en'))
    throw new AppError('INVALID_INPUT', 'The item has one language only: there is nothing to part.')
  return changeSection(draft, section, (each) => ({
    ...each,
    items: [
      ...each.items.slice(0, at),
      only(item, 'zh', key),
      only(item, 'en', newKey),
      ...each.items.slice(at + 1),
    ],
  }))
}

function only({ title, body, source }: DraftItem, language: Language, key: string): DraftItem {
  const nothing = { zh: null, en: null }
  return {
    key,
    title: { ...nothing, [language]: title[language] },
    body: { ...nothing, [language]: body[language] },
    source: { ...nothing, [language]: source[language] },
  }
}
