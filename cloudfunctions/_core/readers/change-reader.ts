import type { ReaderChange } from './apply-facts'
import type { LedgerEntry, Reader } from './reader'
import type { ConsentLedger, ReaderPorts } from './reader-store'

/** How often others may be quicker, or a call may fail, before we give up. */
const ATTEMPTS = 10

/** Calls that may fail one after the other. */
const FAILURES = 3

/**
 * Changes a reader's document: reads it, has a pure function say what becomes of it (null: nothing), and writes it if
 * nobody else has changed it meanwhile, else begins anew. Answers the reader as stored; null where there is none.
 */
export async function changeReader(
  ports: ReaderPorts,
  openid: string,
  now: number,
  change: (stored: Reader | null) => ReaderChange | null,
): Promise<Reader | null> {
  let wasThere = false
  let failures = 0
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const stored = await ports.readers.find(openid)
      // Deleted while this was under way: nothing brings the reader back but a later call.
      if (wasThere && !stored) return null
      wasThere = stored !== null
      const written = await write(ports, stored, change(stored), now)
      if (written !== 'lost') return written
    } catch (thrown) {
      failures += 1
      if (failures >= FAILURES) throw thrown
    }
  }
  throw new Error('A reader is being changed by others all the time.')
}

async function write(
  { readers, ledger, reports }: ReaderPorts,
  stored: Reader | null,
  change: ReaderChange | null,
  now: number,
): Promise<Reader | null | 'lost'> {
  // Whoever made the last change may have ended before the ledger had it.
  const missing = stored && !(await isEntered(ledger, stored.unwritten)) ? stored.unwritten : []
  if (!change) return stored
  const version = (stored?.version ?? 0) + 1
  // Of an erased reader nothing is to be entered any more.
  const unwritten = change.reader.erasedAt === null ? [...missing, ...change.entries] : []
  const next = { ...change.reader, version, unwritten }
  const isWritten = await (stored ? readers.put(next) : readers.add(next))
  if (!isWritten) return 'lost'
  await isEntered(ledger, next.unwritten)
  const { confirmed } = change
  const unconfirmed = change.hasUnconfirmed ? 1 : 0
  if (confirmed + unconfirmed > 0) await reports.count(now, { confirmed, unconfirmed })
  return next
}

/** Where the ledger cannot be written, the reader's document keeps the entries until the next call. */
async function isEntered(ledger: ConsentLedger, entries: readonly LedgerEntry[]): Promise<boolean> {
  try {
    await ledger.add(entries)
    return true
  } catch (thrown) {
    console.warn('Entries of the ledger could not be written yet:', thrown)
    return false
  }
}
