import type { DraftProblem } from '#shared/drafts/draft'

/** A document that is to become a draft, from the path that it is to be uploaded to until a day after. Times in ms since 1970. */
export type ImportJob = {
  id: string
  /** The editor to whom the path was given: see `editorKey`. */
  byKey: string
  fileName: string
  /** What the phone said the file has. */
  bytes: number
  cloudPath: string
  /** The open draft that the document is to go on; null: none was named. */
  goesOn: string | null
  begunAt: number
  state: 'waiting' | 'working' | 'done' | 'failed'
  /** The run that works at it, or did, and since when; null while the file is waited for. */
  run: { id: string; startedAt: number; fileId: string } | null
  /** What came of it. */
  draftId: string | null
  problems: DraftProblem[]
  differences: number
}

/** ms that a run has for reading the document, from its own beginning: what is left of its time is for storing. */
export const READING_TIME = 45_000

/** ms after which a run begins to store nothing more: the function's time limit. */
export const RUN_TIME = 60_000

/** ms after which a run is over for certain, whatever became of it: a transaction that it began has ended as well. */
export const RUN_OVER = 95_000

/** ms for which a job and its file are kept. */
export const JOB_LIFE = 24 * 60 * 60 * 1000
