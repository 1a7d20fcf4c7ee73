import type { AlertStore } from './alert-store'
import type { Delivery } from './campaign'
import { type EventReader, rowAfterEvent, settleSentEvent } from './settle-sent-event'

/** Rows at once: where events come quickly, most rows of a page have one. */
const WIDTH = 16

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
  const takeIn = async ([position, row]: [number, Delivery]) => {
    const { event, state, msgid } = row
    if (!event || (state !== 'accepted' && state !== 'unknown')) return
    // Otherwise it was for an earlier message of the same reader.
    if (state === 'accepted' && msgid !== event.msgid) return settleSentEvent(store, readerOf(row.key), event)
    const after = rowAfterEvent(event)
    if (await store.pages.replaceRow(pageId, position, { state }, after))
      taken[position] = { ...row, ...after }
  }
  const noted = [...rows.entries()].filter(([, { event }]) => event)
  for (let first = 0; first < noted.length; first += WIDTH)
    await Promise.all(noted.slice(first, first + WIDTH).map(takeIn))
  return taken
}
