import type { DraftIssue } from './draft-issue'

/** For the moment: an item with the same title is the same one. */
export function alignItems(base: DraftIssue, fresh: DraftIssue): DraftIssue {
  const known = base.sections.flatMap(({ items }) => items)
  return {
    ...fresh,
    sections: fresh.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        key:
          known.find(({ title }) => title.zh === item.title.zh && title.en === item.title.en)?.key ??
          item.key,
      })),
    })),
  }
}
