import type { HeldData } from '#shared/alerts/endpoints'
import type { LedgerEntry, Reader } from '../readers/reader'
import type { ReaderPorts } from '../readers/reader-store'
import type { Context } from '../serve'
import { signedIn } from './signed-in'

const MOST_ENTRIES = 1_000

/** All that is held on the caller. */
export async function readHeldData({ readers, ledger }: ReaderPorts, context: Context): Promise<HeldData> {
  const reader = await readers.find(signedIn(context))
  if (!reader) return { reader: null, ledger: [] }
  const written = await ledger.of(reader.key, MOST_ENTRIES)
  const missing = reader.unwritten.filter(({ id }) => written.every((entry) => entry.id !== id))
  const entries = [...missing, ...written].sort((one, other) => other.at - one.at)
  return { reader: shownReader(reader), ledger: entries.slice(0, MOST_ENTRIES).map(shownEntry) }
}

function shownReader({ openid, language, follows, templates }: Reader): HeldData['reader'] {
  return {
    openid,
    language,
    follows: follows.map(({ series, since, until }) => ({
      series,
      since: isoTime(since),
      until: until === null ? null : isoTime(until),
    })),
    templates: Object.fromEntries(
      Object.entries(templates).map(([id, { credits, holds }]) => [id, { credits, reserved: holds.length }]),
    ),
  }
}

function shownEntry({ at, templateId, what, why, before, after }: LedgerEntry): HeldData['ledger'][number] {
  return { at: isoTime(at), templateId, what, why, before, after }
}

function isoTime(time: number): string {
  return new Date(time).toISOString()
}
