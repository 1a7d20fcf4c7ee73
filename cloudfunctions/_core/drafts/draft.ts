import type * as v from 'valibot'
import type { Difference } from '#shared/drafts/difference'
import type { CorrectionNoteSchema, Dismissal, DraftProblem, DraftSummary } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { ErrorCode } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { type Editor, editorKey } from '../editors/editor'

/** A publication that waits for its time, with the text as it was when it was planned. Times in ms since 1970. */
export type Plan = {
  /** The draft's revision that is to be published. */
  revision: number
  issue: Issue
  withAlerts: boolean
  note: v.InferOutput<typeof CorrectionNoteSchema> | null
  /** Who planned it: key and name. */
  byKey: string
  by: string
}

/** An issue being prepared, as it is stored: what editors import and mend, and what publishing takes. */
export type Draft = {
  id: string
  /**
   * What makes two documents the same issue, unique among drafts: see `editionOf`. A draft whose number another one
   * has carries a text of its own here until one of them is mended: see `unsettledEdition`.
   */
  edition: string
  /** Counts what was stored of its text, from 1. */
  revision: number
  issue: DraftIssue
  /** As the last document had it; null for a draft that was begun by hand. */
  imported: DraftIssue | null
  fileName: string | null
  problems: DraftProblem[]
  differences: Difference[]
  dismissed: Dismissal[]
  changedAt: number
  changedByKey: string
  changedBy: string
  /** For lists, which do not read whole drafts. */
  summary: Pick<DraftSummary, 'headline' | 'itemCount'>
  /** What readers have of it. */
  published: {
    issueId: string | null
    revision: number | null
    at: number | null
    isWithdrawn: boolean
  }
  /** When its plan falls due; null: there is none. */
  publishAt: number | null
  plan: Plan | null
  /** Why the last plan came to nothing; null where all is well. */
  trouble: ErrorCode | null
}

export function summarizeDraft(issue: DraftIssue): Draft['summary'] {
  const items = issue.sections.flatMap((section) => section.items)
  return { headline: items[0]?.title ?? { zh: null, en: null }, itemCount: items.length }
}

/** A draft of which nothing was stored before. */
export function newDraft(issue: DraftIssue, editor: Editor, now: number): Omit<Draft, 'id' | 'edition'> {
  return {
    revision: 1,
    issue,
    imported: null,
    fileName: null,
    problems: [],
    differences: [],
    dismissed: [],
    changedAt: now,
    changedByKey: editorKey(editor.openid),
    changedBy: editor.name,
    summary: summarizeDraft(issue),
    published: { issueId: null, revision: null, at: null, isWithdrawn: false },
    publishAt: null,
    plan: null,
    trouble: null,
  }
}
