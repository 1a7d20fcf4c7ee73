import * as v from 'valibot'
import { ItemKeySchema } from './draft-issue'

/** Where two hands changed the same part of a draft to something different. Ours stands; an editor may take theirs. */
export const DifferenceSchema = v.object({
  /** The item; null for the masthead, the sections and what else belongs to the whole issue. */
  key: v.nullable(ItemKeySchema),
  /**
   * The part of it. Of an item: `title.zh`, `body.en`, `source.zh`; `item` where one side took it away (null) and the
   * other changed it; `section` where both moved it (the titles of the sections). Of the issue: a path such as
   * `series.number`, `disclaimer.zh`, `contact.tel`, `sections.0.title.zh`.
   */
  part: v.string(),
  base: v.unknown(),
  ours: v.unknown(),
  theirs: v.unknown(),
})
export type Difference = v.InferOutput<typeof DifferenceSchema>
