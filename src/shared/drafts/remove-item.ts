import { changeSection, itemSpot } from './change-item'
import type { DraftIssue } from './draft-issue'

export function removeItem(draft: DraftIssue, key: string): DraftIssue {
  const { section } = itemSpot(draft, key)
  return changeSection(draft, section, (each) => ({
    ...each,
    items: each.items.filter((item) => item.key !== key),
  }))
}
