import type { IssueSummary } from '#shared/issues/endpoints'
import type { BilingualText } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'

/** What readers are told of a correction. `at` is in ms since 1970. */
export type Correction = { at: number; note: BilingualText }

/** An issue as readers may get it, or could until it was withdrawn. */
export type PublishedIssue = {
  id: string
  state: 'published' | 'withdrawn'
  seriesId: string
  /** See `issueOrder`. */
  order: string
  /** Counts what readers may have seen of this issue, from 1: each publication, correction and withdrawal. */
  revision: number
  /** Counts the same over all issues, and is unique: the highest one tells whether anything changed at all. */
  change: number
  summary: IssueSummary
  issue: Issue
  /** The last one; null where nothing was corrected, or nothing said of it. */
  correction: Correction | null
}

export type PublishedRow = Pick<PublishedIssue, 'order' | 'summary'>

export type PublishedPage = { seriesId: string | undefined; before: string | undefined; limit: number }

/** Where published issues are kept. */
export type PublishedIssues = {
  /** The highest change number, 0 when nothing was ever published. Small: readers' calls make it each time. */
  lastChange(): Promise<number>
  find(id: string): Promise<PublishedIssue | null>
  /** Published ones only, newest first, those after `before` in the order. */
  page(page: PublishedPage): Promise<PublishedRow[]>
}

/** What publishing writes to. */
export type IssueWriter = Pick<PublishedIssues, 'find' | 'lastChange'> & {
  /** Writes one issue, in the place of what is stored of it. Throws where its change number is taken. */
  put(issue: PublishedIssue): Promise<void>
}
