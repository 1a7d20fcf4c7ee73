import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { DifferenceSchema } from './difference'
import {
  CorrectionNoteSchema,
  DismissalSchema,
  DraftRevisionSchema,
  DraftSchema,
  DraftSummarySchema,
  SeriesDefaultsSchema,
} from './draft'
import { DraftIssueSchema } from './draft-issue'

const oneDraft = { id: IssueIdSchema }
const revised = { ...oneDraft, revision: DraftRevisionSchema }

/** A time zone of hours alone has the form, and is no time to `Date`. */
const MomentSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'is no moment'),
)

/** The latest changed first, 30 at a time. */
export const listDrafts = defineEndpoint({
  function: 'editor',
  name: 'drafts',
  input: v.object({
    /** The last page's `next`; absent for the first. */
    cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}:[a-z0-9-]{1,63}$/u))),
  }),
  output: v.object({ drafts: v.array(DraftSummarySchema), next: v.nullable(v.string()) }),
})

export const getDraft = defineEndpoint({
  function: 'editor',
  name: 'draft',
  input: v.object(oneDraft),
  output: v.object({
    draft: DraftSchema,
    /** What the series offers where the draft lacks it; null for a series of which nothing is known. */
    defaults: v.nullable(SeriesDefaultsSchema),
    /** The next free numbers: the running one over all series, and the series' own; null where it has had none. */
    next: v.object({ number: v.nullable(v.number()), seriesNumber: v.nullable(v.number()) }),
  }),
})

/** A draft without a document: with what the series has in common, or empty. */
export const beginDraft = defineEndpoint({
  function: 'editor',
  name: 'begin-draft',
  input: v.object({ seriesId: v.optional(IssueIdSchema) }),
  output: v.object({ id: IssueIdSchema }),
})

/** Stores a draft as the next revision, unless somebody else did since `revision`: then nothing is stored. */
export const saveDraft = defineEndpoint({
  function: 'editor',
  name: 'save-draft',
  input: v.object({
    ...revised,
    issue: DraftIssueSchema,
    differences: v.array(DifferenceSchema),
    dismissed: v.pipe(v.array(DismissalSchema), v.maxLength(2_000)),
  }),
  output: v.union([
    v.object({
      status: v.literal('saved'),
      revision: DraftRevisionSchema,
      /** The draft that has the same number in the same series; null where none has. It keeps from publishing. */
      sameNumberAs: v.nullable(IssueIdSchema),
    }),
    /** What is stored, and by whom: `draft.changedBy`. */
    v.object({ status: v.literal('conflict'), draft: DraftSchema }),
  ]),
})

/** Only one that was never published. */
export const deleteDraft = defineEndpoint({
  function: 'editor',
  name: 'delete-draft',
  input: v.object(revised),
  output: v.object({}),
})

/**
 * Shows the draft to readers, now or at a time; for an issue that readers have, its correction. The same call repeated
 * after a lost answer changes nothing more. INVALID_INPUT: it lacks something; CONFLICT: its number is taken, or the
 * draft was changed since `revision`.
 */
export const publishDraft = defineEndpoint({
  function: 'editor',
  name: 'publish',
  input: v.object({
    ...revised,
    /** ISO 8601, UTC, in the future; null: now. */
    at: v.nullable(MomentSchema),
    /** Whether everyone who asked is told. A correction never tells again. */
    withAlerts: v.boolean(),
    /** What readers are told of a correction; null where nothing was published before, or nothing need be said. */
    note: v.nullable(CorrectionNoteSchema),
  }),
  output: v.object({
    draft: DraftSchema,
    /** Null where nobody is told, or not yet. */
    campaignId: v.nullable(v.string()),
    /** Why nobody is told though it was wished, in plain words. */
    alertTrouble: v.nullable(v.string()),
  }),
})

/** Takes back a planned publication. */
export const unscheduleDraft = defineEndpoint({
  function: 'editor',
  name: 'unschedule',
  input: v.object(oneDraft),
  output: v.object({ draft: DraftSchema }),
})

/** Takes the issue away from readers; its campaign ends, its draft stays. */
export const withdrawDraft = defineEndpoint({
  function: 'editor',
  name: 'withdraw',
  input: v.object(oneDraft),
  output: v.object({ draft: DraftSchema }),
})
