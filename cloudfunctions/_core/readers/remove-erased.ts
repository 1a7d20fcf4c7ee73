import type { ReaderPorts } from './reader-store'

/** ms for which what is left of an erased reader stays: an event of before the deletion may be as late. */
const KEPT_FOR = 10 * 60_000

/** A call: the next run of the timer comes soon. */
const MOST = 100

/**
 * Removes what is left of readers who had everything deleted, unless a campaign may still be counting its followers;
 * answers how many. Their ledgers are emptied again, in case that an entry came with the deletion.
 */
export async function removeErased(
  { readers, ledger }: ReaderPorts,
  campaigns: { open(): Promise<readonly { frozen: boolean }[]> },
  now: number,
): Promise<number> {
  const tombstones = await readers.erased(0, now - KEPT_FOR, MOST)
  if (tombstones.length === 0) return 0
  if ((await campaigns.open()).some(({ frozen }) => !frozen)) return 0
  for (const { key } of tombstones) {
    await ledger.remove(key)
    await readers.remove(key)
  }
  return tombstones.length
}
