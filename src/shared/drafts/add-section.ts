import type { BilingualText } from '#shared/newsletter/bilingual'
import type { DraftIssue } from './draft-issue'

/** Adds a section without items at a place; its titles may still be missing. */
export function addSection(draft: DraftIssue, at: number, title: BilingualText): DraftIssue {
  const { sections } = draft
  return { ...draft, sections: [...sections.slice(0, at), { title, items: [] }, ...sections.slice(at)] }
}
