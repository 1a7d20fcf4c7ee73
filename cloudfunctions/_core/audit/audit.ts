import type { Transaction } from '../transaction'

/** One act at the desk. Readers' and editors' openids stand in none. */
export type AuditEntry = {
  /** Fixed by what it tells of, so that an act that is carried out again is entered once. */
  id: string
  /** ms since 1970. */
  at: number
  /** The editor's key and name; empty for who had no role. */
  byKey: string
  by: string
  /** Kebab-case, as the endpoint: `publish`, `save-draft`, `refused`. */
  act: string
  /** What it was done to: a draft, an issue, an editor's name. */
  subject: string
  before: unknown
  after: unknown
}

/** Enters an act in the same step as the act itself: both are stored, or neither. */
export async function enterAudit(transaction: Transaction, { id, ...entry }: AuditEntry): Promise<void> {
  await transaction.set('audit', id, entry)
}
