import { sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** Makes one of a section and the next, under the titles of the first, or of the next where the first has none. */
export function joinSections(draft: DraftIssue, index: number): DraftIssue {
  const first = sectionAt(draft, index)
  const next = sectionAt(draft, index + 1)
  const joined = {
    title: { zh: first.title.zh ?? next.title.zh, en: first.title.en ?? next.title.en },
    items: [...first.items, ...next.items],
  }
  return {
    ...draft,
    sections: [...draft.sections.slice(0, index), joined, ...draft.sections.slice(index + 2)],
  }
}
