import type { Issue } from '#shared/newsletter/issue'

/** An issue being prepared: what editors import and mend, and what publishing takes. */
export type Draft = {
  id: string
  /** What makes two documents the same issue, unique among drafts: see `editionOf`. */
  edition: string
  /** Counts what was stored of this draft, from 1. */
  revision: number
  issue: Issue
}

/** Where drafts are kept. */
export type Drafts = {
  find(id: string): Promise<Draft | null>
  findEdition(edition: string): Promise<Draft | null>
  /** Writes a draft if its stored revision is still the one before (0: not stored yet); answers whether it did. */
  put(draft: Draft): Promise<boolean>
}
