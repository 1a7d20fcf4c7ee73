import { changeSection, itemSpot, sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** Moves an item to a place, counted as the places will be; beyond the end is the end. */
export function moveItem(draft: DraftIssue, key: string, to: { section: number; at: number }): DraftIssue {
  const { section, item } = itemSpot(draft, key)
  sectionAt(draft, to.section)
  const taken = changeSection(draft, section, (each) => ({
    ...each,
    items: each.items.filter((other) => other.key !== key),
  }))
  return changeSection(taken, to.section, (each) => ({
    ...each,
    items: [...each.items.slice(0, to.at), item, ...each.items.slice(to.at)],
  }))
}
