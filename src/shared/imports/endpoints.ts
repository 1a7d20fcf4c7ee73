import * as v from 'valibot'
import { DraftProblemSchema } from '#shared/drafts/draft'
import { defineEndpoint } from '#shared/endpoint'
import { IssueIdSchema } from '#shared/newsletter/issue'

/** Bytes. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024

const JobIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u, 'is no job'))

/** Gives the caller a path to upload one document to. */
export const beginImport = defineEndpoint({
  function: 'importer',
  name: 'begin',
  input: v.object({
    fileName: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
    bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(LARGEST_DOCUMENT)),
    /** The open draft that the document is to go on; absent: the one of the same series and number, or a new one. */
    draftId: v.optional(IssueIdSchema),
  }),
  output: v.object({ job: JobIdSchema, cloudPath: v.string() }),
})

/**
 * Reads the document that was uploaded to the job's path and makes a draft of it. It may take a minute, longer than a
 * phone waits for an answer: the screen asks `getImport` meanwhile. Called again, it does nothing more.
 */
export const runImport = defineEndpoint({
  function: 'importer',
  name: 'run',
  input: v.object({ job: JobIdSchema, fileId: v.pipe(v.string(), v.maxLength(1_000)) }),
  output: v.object({}),
})

export const getImport = defineEndpoint({
  function: 'importer',
  name: 'job',
  input: v.object({ job: JobIdSchema }),
  output: v.object({
    /** `waiting`: for the document; `working`; `done`: there is a draft; `failed`: `problems` says why. */
    state: v.picklist(['waiting', 'working', 'done', 'failed']),
    fileName: v.string(),
    draftId: v.nullable(IssueIdSchema),
    problems: v.array(DraftProblemSchema),
    /** How many parts differ from what an editor had mended, where the draft was there before. */
    differences: v.number(),
  }),
})
