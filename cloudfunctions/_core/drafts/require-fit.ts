import * as v from 'valibot'
import { DraftIssueSchema } from '#shared/drafts/draft-issue'
import { AppError } from '#shared/errors'
import type { Draft } from './draft'
import { draftView } from './draft-view'

/** Bytes of JSON. Readers get the text in one answer: somewhat more than the importer takes of a document. */
const LARGEST_TEXT = 650_000

/** Bytes of JSON. No answer to a phone may have more than 1 MB, and a draft does not travel alone. */
const LARGEST_DRAFT = 900_000

/** Refuses to store what no phone could open any more. */
export function requireFit(draft: Draft): void {
  if (bytesOf(draft.issue) > LARGEST_TEXT || bytesOf(draftView(draft)) > LARGEST_DRAFT)
    throw new AppError(
      'INVALID_INPUT',
      `The draft ${draft.id} would become larger than a phone can be given: take part of its text into another issue.`,
    )
  if (!v.is(DraftIssueSchema, draft.issue))
    throw new AppError(
      'INVALID_INPUT',
      `The draft ${draft.id} would get more than 50 sections, or more than 200 items in one: make a new draft of the document.`,
    )
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
