import { setImmediate } from 'node:timers/promises'
import type { Fields } from '../ejson'
import { findDocuments } from '../find-documents'
import { createMatcher } from '../matcher'
import type { ScanWarnings } from '../scan-warnings'
import type { Session, Writer } from '../session'
import type { StoredDocument } from '../stored-document'
import { changeEach } from './change-each'

type Search = { collection: string; query: Fields; isMany: boolean }

/** Answers whether it counts. */
type Change = (writer: Writer, document: StoredDocument) => boolean

/** So many documents a commit: between two, others come to their turn. */
const AT_ONCE = 200

/**
 * Changes the first document that meets a condition, or all; answers how many counted. Each is changed only while it
 * meets the condition. Many are changed part by part, so that a kill may come between, and a refusal leaves those before
 * it changed, as in MongoDB.
 */
export async function writeEach(
  session: Session,
  { collection, query, isMany }: Search,
  scans: ScanWarnings,
  change: Change,
): Promise<number> {
  if (!isMany)
    return session.write((writer) => {
      const [first] = findDocuments(writer, collection, { query, limit: 1 }, scans)
      return first && change(writer, first) ? 1 : 0
    })
  // All are found before any is changed: a document that moves within an index is not met again.
  const ids = Array.from(findDocuments(session.view, collection, { query }, scans), ({ id }) => id)
  const matching = (writer: Writer, some: readonly string[]) =>
    createMatcher(query)(some.flatMap((id) => writer.document(collection, id) ?? []))
  let total = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    if (at > 0) await setImmediate()
    const { count, refusal } = await session.write((writer) =>
      changeEach(matching(writer, ids.slice(at, at + AT_ONCE)), (document) => change(writer, document)),
    )
    if (refusal) throw refusal
    total += count
  }
  return total
}
