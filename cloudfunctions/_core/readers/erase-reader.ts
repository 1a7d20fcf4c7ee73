import { createHash } from 'node:crypto'
import { changeReader } from './change-reader'
import { stopFollowingAll } from './follows'
import type { Reader } from './reader'
import type { ReaderPorts } from './reader-store'

/**
 * Deletes all that is held on a reader. What is left for some minutes names nobody: a campaign that is counting its
 * followers at this moment still counts this one, and skips the row as deleted.
 */
export async function eraseReader(ports: ReaderPorts, openid: string, now: number): Promise<void> {
  let key: string | null = null
  await changeReader(ports, openid, now, (stored) => {
    key = stored?.key ?? key
    if (!stored) return null
    return { reader: erased(stored, now), entries: [], confirmed: 0, hasUnconfirmed: false }
  })
  if (key !== null) await ports.ledger.remove(key)
}

function erased(reader: Reader, now: number): Reader {
  return {
    ...reader,
    openid: `erased:${reader.key}`,
    language: 'zh',
    follows: stopFollowingAll(reader.follows, now),
    templates: {},
    unconfirmedUntil: null,
    erasedAt: now,
    erasedMark: markOf(reader.key, reader.openid),
  }
}

/** Whether this openid's reader had everything deleted at this moment or after it, in the last minutes. */
export async function wasErasedSince(
  { readers }: ReaderPorts,
  openid: string,
  moment: number,
): Promise<boolean> {
  const tombstones = await readers.erased(moment, Number.MAX_SAFE_INTEGER, 1_000)
  return tombstones.some(({ key, erasedMark }) => erasedMark === markOf(key, openid))
}

function markOf(key: string, openid: string): string {
  return createHash('sha256').update(`${key}:${openid}`).digest('base64url')
}
