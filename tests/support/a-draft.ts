import type { DraftIssue, DraftItem } from '#shared/drafts/draft-issue'
import { anIssue, anItem } from './an-issue'

export function aDraftItem(overrides: Partial<DraftItem> = {}): DraftItem {
  return { key: 'item1', ...anItem(), source: { zh: null, en: null }, ...overrides }
}

/** A draft of one section with these items. */
export function aDraftOf(items: readonly DraftItem[], overrides: Partial<DraftIssue> = {}): DraftIssue {
  const { id: _, ...fields } = anIssue()
  return {
    ...fields,
    sections: [{ title: { zh: '国内要闻', en: 'Domestic News' }, items: [...items] }],
    ...overrides,
  }
}
