import type { AlertStore } from './alert-store'
import type { Delivery } from './campaign'
import { type EventReader, rowAfterEvent, settleSentEvent } from './settle-sent-event'

/**
 * Events that came while their rows were being sent were noted on the rows: now that the answers are known as well,
 * each finds its place. Answers with the rows as they are then.
 */
export async function takeInEvents(
  store: AlertStore,
  pageId: string,
  rows: readonly Delivery[],
  readerOf: (key: string) => EventReader,
): Promise<Delivery[]> {
  const taken = [...rows]
  for (const [position, row] of rows.entries()) {
    const { event, state, msgid } = row
    if (!event || (state !== 'accepted' && state !== 'unknown')) continue
    if (state === 'accepted' && msgid !== event.msgid) {
      // It was for an earlier message of the same reader.
      await settleSentEvent(store, readerOf(row.key), event)
      continue
    }
    const after = rowAfterEvent(event)
    if (await store.pages.replaceRow(pageId, position, { state }, after))
      taken[position] = { ...row, ...after }
  }
  return taken
}
