import { changeSection, sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** Adds an empty item under a new key, `newItemKey()`. */
export function addItem(draft: DraftIssue, key: string, to: { section: number; at: number }): DraftIssue {
  sectionAt(draft, to.section)
  const nothing = { zh: null, en: null }
  const item = { key, title: nothing, body: nothing, source: nothing }
  return changeSection(draft, to.section, (section) => ({
    ...section,
    items: [...section.items.slice(0, to.at), item, ...section.items.slice(to.at)],
  }))
}
