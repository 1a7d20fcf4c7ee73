import * as v from 'valibot'

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Where in the document: a line (Markdown), a page (PDF) or the n-th paragraph (Word); all count from 1. */
export const PlaceSchema = v.union([
  v.strictObject({ line: CountSchema, column: CountSchema }),
  v.strictObject({ page: CountSchema }),
  v.strictObject({ paragraph: CountSchema }),
])
export type Place = v.InferOutput<typeof PlaceSchema>

/** What the importer is unsure of. An `error` means that no issue came out; a `warning` that an editor should look. */
export const ProblemSchema = v.strictObject({
  severity: v.picklist(['error', 'warning']),
  /** Stable, kebab-case: screens and tests react to it, never to the message. */
  code: v.string(),
  message: v.string(),
  place: PlaceSchema,
})
export type Problem = v.InferOutput<typeof ProblemSchema>
