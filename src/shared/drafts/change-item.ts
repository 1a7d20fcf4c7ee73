import { AppError } from '#shared/errors'
import type { DraftIssue, DraftItem, DraftSection } from './draft-issue'

/** Where an item stands in its issue. */
export type ItemSpot = { section: number; at: number; item: DraftItem }

export function findItem({ sections }: DraftIssue, key: string): ItemSpot | null {
  for (const [section, { items }] of sections.entries()) {
    const at = items.findIndex((item) => item.key === key)
    const item = items[at]
    if (item) return { section, at, item }
  }
  return null
}

/** The item must be there: a change that went nowhere would be lost in silence. */
export function itemSpot(draft: DraftIssue, key: string): ItemSpot {
  const spot = findItem(draft, key)
  if (!spot) throw new AppError('NOT_FOUND', `The item ${key} is no longer in the draft.`)
  return spot
}

/** The draft with one item changed; all else stays the same object. */
export function changeItem(
  draft: DraftIssue,
  key: string,
  change: (item: DraftItem) => DraftItem,
): DraftIssue {
  const { section, at, item } = itemSpot(draft, key)
  return changeSection(draft, section, ({ title, items }) => ({
    title,
    items: items.map((each, index) => (index === at ? change(item) : each)),
  }))
}

export function changeSection(
  draft: DraftIssue,
  index: number,
  change: (section: DraftSection) => DraftSection,
): DraftIssue {
  return {
    ...draft,
    sections: draft.sections.map((section, each) => (each === index ? change(section) : section)),
  }
}

/** The section must be there, as an item must. */
export function sectionAt({ sections }: DraftIssue, index: number): DraftSection {
  const section = sections[index]
  if (!section) throw new AppError('NOT_FOUND', `The draft has no section ${index + 1}.`)
  return section
}
