import type { Difference } from './difference'
import type { DraftIssue } from './draft-issue'
import { readField, writeField } from './field-path'
import { threeWay } from './three-way'

/** All of a draft that belongs to the whole issue, but its sections. */
export const MASTHEAD_FIELDS = [
  'publication.zh',
  'publication.en',
  'number',
  'series.title.zh',
  'series.title.en',
  'series.number',
  'month',
  'date',
  'disclaimer.zh',
  'disclaimer.en',
  'contact.website',
  'contact.email',
  'contact.tel',
  'contact.fax',
  'contact.offices.zh',
  'contact.offices.en',
] as const

/** Ours, with all that only theirs changed. */
export function mergeMasthead(
  base: DraftIssue,
  ours: DraftIssue,
  theirs: DraftIssue,
  differ: (difference: Difference) => void,
): DraftIssue {
  return MASTHEAD_FIELDS.reduce((merged, part) => {
    const [before, one, other] = [base, ours, theirs].map((issue) => readField(issue, part))
    return writeField(
      merged,
      part,
      threeWay(before, one, other, (values) => differ({ key: null, part, ...values })),
    )
  }, ours)
}
