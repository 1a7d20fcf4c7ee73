import * as v from 'valibot'
import { CorrectionSchema } from '#shared/issues/endpoints'
import { IssueIdSchema, IssueSchema } from '#shared/newsletter/issue'
import { keptValue } from './kept-value'
import type { KeyValueStorage } from './key-value-storage'
import { utf8Size } from './utf8-size'

const KeptIssueSchema = v.object({
  revision: v.number(),
  issue: IssueSchema,
  /** '' in a copy of before it was told. */
  seriesId: v.optional(v.string(), ''),
  correction: v.optional(v.nullable(CorrectionSchema), null),
})
export type KeptIssue = v.InferOutput<typeof KeptIssueSchema>

/** What is kept, the longest unopened first. */
const IndexSchema = v.array(v.object({ id: IssueIdSchema, bytes: v.number() }))
type Index = v.InferOutput<typeof IndexSchema>

export type IssueStore = {
  /** The copy, which then counts as opened just now. */
  open(id: string): KeptIssue | null
  put(kept: KeptIssue): void
  remove(id: string): void
}

const sizeOf = (kept: KeptIssue) => utf8Size(JSON.stringify(kept))

/** WeChat takes 1 MB a key and 10 MB in all; other things want room too. */
const LIMITS = { issueBytes: 900_000, totalBytes: 6_000_000 }

/** Issues that were opened once, so that they open again without a network. */
export function createIssueStore(storage: KeyValueStorage, limits = LIMITS): IssueStore {
  const index = keptValue(storage, 'issues', IndexSchema)
  const copyOf = (id: string) => keptValue(storage, `issue:${id}`, KeptIssueSchema)
  const indexWithout = (id: string): Index => (index.get() ?? []).filter((entry) => entry.id !== id)

  function remove(id: string): void {
    copyOf(id).remove()
    index.set(indexWithout(id))
  }

  function stored(kept: KeptIssue): boolean {
    try {
      storage.set(`issue:${kept.issue.id}`, kept)
      return true
    } catch {
      return false
    }
  }

  /** Makes room and stores. A storage that is full sooner than the limit says costs the oldest copies as well. */
  function store(kept: KeptIssue, bytes: number): void {
    const others = indexWithout(kept.issue.id)
    for (;;) {
      const total = others.reduce((sum, entry) => sum + entry.bytes, bytes)
      if (total <= limits.totalBytes && stored(kept)) {
        index.set([...others, { id: kept.issue.id, bytes }])
        return
      }
      const oldest = others.shift()
      if (!oldest) {
        index.remove()
        return
      }
      copyOf(oldest.id).remove()
    }
  }

  return {
    open(id) {
      const kept = copyOf(id).get()
      if (kept) index.set([...indexWithout(id), { id, bytes: sizeOf(kept) }])
      return kept
    },
    put(kept) {
      const bytes = sizeOf(kept)
      remove(kept.issue.id)
      if (bytes <= limits.issueBytes) store(kept, bytes)
    },
    remove,
  }
}
