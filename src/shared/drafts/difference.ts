import * as v from 'valibot'
import { ItemKeySchema } from './draft-issue'

/** Where two hands changed the same part of a draft to something different. Ours stands; an editor may take theirs. */
export const DifferenceSchema = v.object({
  /** The item; null for the masthead, the sections and what else belongs to the whole issue. */
  key: v.nullable(ItemKeySchema),
  /** The part of it: `title.zh`, `body.en`, `source.zh`, `item` for the whole item, `series.number`, `contact` … */
  part: v.string(),
  base: v.unknown(),
  ours: v.unknown(),
  theirs: v.unknown(),
})
export type Difference = v.InferOutput<typeof DifferenceSchema>
