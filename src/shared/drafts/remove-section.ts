import { AppError } from '#shared/errors'
import { sectionAt } from './change-item'
import type { DraftIssue } from './draft-issue'

/** Takes away a section, which has to be empty: items are never taken away with it. */
export function removeSection(draft: DraftIssue, index: number): DraftIssue {
  if (sectionAt(draft, index).items.length > 0)
    throw new AppError(
      'INVALID_INPUT',
      `Section ${index + 1} has items: move them first, or join it with another.`,
    )
  return { ...draft, sections: draft.sections.filter((_, each) => each !== index) }
}
