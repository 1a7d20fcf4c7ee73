import type { BilingualText } from '#shared/newsletter/bilingual'
import { itemSpot, sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** From this item on, a section of its own begins. */
export function splitSection(draft: DraftIssue, key: string, title: BilingualText): DraftIssue {
  const { section, at } = itemSpot(draft, key)
  const whole = sectionAt(draft, section)
  const parts = [
    { ...whole, items: whole.items.slice(0, at) },
    { title, items: whole.items.slice(at) },
  ]
  return { ...draft, sections: draft.sections.flatMap((each, index) => (index === section ? parts : [each])) }
}
