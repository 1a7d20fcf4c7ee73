import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import type { Paragraph } from '#shared/newsletter/issue'
import { itemSpot } from './change-item'
import type { DraftIssue } from './draft-issue'

/** One paragraph of an item's half, counted from 0. */
export type ParagraphPlace = { item: string; language: Language; paragraph: number }

/** All paragraphs of the half, and the one; it must be there. */
export function paragraphAt(
  draft: DraftIssue,
  { item, language, paragraph }: ParagraphPlace,
): { all: readonly Paragraph[]; one: Paragraph } {
  const all = itemSpot(draft, item).item.body[language] ?? []
  const one = all[paragraph]
  if (!one)
    throw new AppError('NOT_FOUND', `The item ${item} has no paragraph ${paragraph + 1} in "${language}".`)
  return { all, one }
}
