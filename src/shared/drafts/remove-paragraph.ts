import type { DraftIssue } from './draft-issue'
import type { ParagraphPlace } from './paragraph-place'
import { setParagraph } from './set-paragraph'

/** Takes a paragraph away; with the last one, the body of this language is missing. */
export function removeParagraph(draft: DraftIssue, place: ParagraphPlace): DraftIssue {
  return setParagraph(draft, place, [])
}
