import type { LedgerEntry, Reader } from './reader'

/** Where readers are kept. A call may throw and have been carried out all the same. */
export type ReaderStore = {
  /** By openid: an erased reader has none any more. */
  find(openid: string): Promise<Reader | null>
  /** False where somebody was quicker, or the key is taken. */
  add(reader: Reader): Promise<boolean>
  /** Writes the whole if the stored version is the one before; answers whether it did. */
  put(reader: Reader): Promise<boolean>
  /** Those with a report that is due to be taken back, the most overdue first. */
  unconfirmed(now: number, limit: number): Promise<Reader[]>
  /** Those erased at `from` or later, and before `to`. */
  erased(from: number, to: number, limit: number): Promise<Reader[]>
  /** For good. */
  remove(key: string): Promise<void>
}

/** What changed the readers' counts and why. */
export type ConsentLedger = {
  /** Writes those that are not there yet. */
  add(entries: readonly LedgerEntry[]): Promise<void>
  /** The latest first. */
  of(key: string, limit: number): Promise<LedgerEntry[]>
  /** All of a reader. */
  remove(key: string): Promise<void>
}

/** Counts over all readers, an estimate: whether reports get their events. */
export type ReportCounter = {
  count(now: number, fields: { confirmed: number; unconfirmed: number }): Promise<void>
  /** Of the last 24 hours. */
  total(now: number): Promise<{ confirmed: number; unconfirmed: number }>
}

export type ReaderPorts = { readers: ReaderStore; ledger: ConsentLedger; reports: ReportCounter }
