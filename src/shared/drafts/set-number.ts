import * as v from 'valibot'
import { AppError } from '#shared/errors'
import { IssueSchema } from '#shared/newsletter/issue'
import type { DraftIssue } from './draft-issue'

/** Sets the running number or the one within the series; null: it has none. Refuses what is no such number. */
export function setNumber(draft: DraftIssue, of: 'number' | 'series', number: number | null): DraftIssue {
  if (!v.is(IssueSchema.entries.number, number))
    throw new AppError('INVALID_INPUT', `${number} is no number of an issue: it counts from 1 to 999,999.`)
  return of === 'number' ? { ...draft, number } : { ...draft, series: { ...draft.series, number } }
}
