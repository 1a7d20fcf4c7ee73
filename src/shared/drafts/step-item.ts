import { itemSpot } from './change-item'
import type { DraftIssue } from './draft-issue'
import { moveItem } from './move-item'

/** One place up or down; over the edge of a section into the next one. At the very top or bottom nothing happens. */
export function stepItem(draft: DraftIssue, key: string, way: 'up' | 'down'): DraftIssue {
  const { section, at } = itemSpot(draft, key)
  const count = draft.sections[section]?.items.length ?? 0
  if (way === 'up' && at > 0) return moveItem(draft, key, { section, at: at - 1 })
  if (way === 'down' && at < count - 1) return moveItem(draft, key, { section, at: at + 1 })
  const next = draft.sections[section + (way === 'up' ? -1 : 1)]
  if (!next) return draft
  return way === 'up'
    ? moveItem(draft, key, { section: section - 1, at: next.items.length })
    : moveItem(draft, key, { section: section + 1, at: 0 })
}
