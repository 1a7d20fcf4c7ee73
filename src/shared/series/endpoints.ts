import * as v from 'valibot'
import { SeriesDefaultsSchema } from '#shared/drafts/draft'
import { defineEndpoint } from '#shared/endpoint'
import { BilingualTextSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema } from '#shared/newsletter/issue'

/** Beside its title. */
export const MOST_OTHER_TITLES = 20

const SeriesRecordSchema = v.object({
  id: IssueIdSchema,
  title: BilingualTextSchema,
  /** Other titles under which documents name it: a series that was renamed stays the same one. */
  otherTitles: v.pipe(v.array(BilingualTextSchema), v.maxLength(MOST_OTHER_TITLES)),
  defaults: SeriesDefaultsSchema,
  /** The number that its next issue is proposed; null: one more than the last. */
  nextNumber: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999_999))),
})
export type SeriesRecord = v.InferOutput<typeof SeriesRecordSchema>

export const listSeries = defineEndpoint({
  function: 'editor',
  name: 'series',
  input: v.object({}),
  output: v.object({ series: v.array(SeriesRecordSchema) }),
})

/** For owners. CONFLICT where another series has one of the titles. */
export const saveSeries = defineEndpoint({
  function: 'editor',
  name: 'save-series',
  input: v.object({ series: SeriesRecordSchema }),
  output: v.object({}),
})
