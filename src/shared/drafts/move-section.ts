import { sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** Moves a section to a place, counted as the places will be. */
export function moveSection(draft: DraftIssue, from: number, to: number): DraftIssue {
  const section = sectionAt(draft, from)
  const others = draft.sections.filter((_, index) => index !== from)
  return { ...draft, sections: [...others.slice(0, to), section, ...others.slice(to)] }
}
