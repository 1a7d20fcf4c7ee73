import type { SeriesRecord } from '#shared/series/endpoints'
import type { AlertSettings } from '../alerts/alert-settings'
import type { PublishedIssues } from '../issues/published-issue'
import type { Transaction } from '../transaction'
import type { Draft } from './draft'
import type { ListedDraft } from './draft-view'

/** What the desk's work on drafts needs of the cloud. Times in ms since 1970. */
export type DraftPorts = {
  /** All of the work or nothing of it: see `inTransaction`. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  drafts: {
    find(id: string): Promise<Draft | null>
    findEdition(edition: string): Promise<Draft | null>
    /** The latest changed first, those after `before`. */
    page(before: { changedAt: number; id: string } | null, limit: number): Promise<ListedDraft[]>
    /** Those whose plan has fallen due, at most 20. */
    due(now: number): Promise<string[]>
  }
  published: Pick<PublishedIssues, 'lastChange' | 'page'>
  series(): Promise<SeriesRecord[]>
  alertSettings(): Promise<AlertSettings | null>
  /** Why alerts are not offered, in plain words; null where they are. */
  alertTrouble(): Promise<string | null>
}
