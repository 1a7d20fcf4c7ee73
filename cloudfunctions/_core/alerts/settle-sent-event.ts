import type { AlertStore } from './alert-store'
import { type CampaignPage, campaignOfHold, type Delivery, type SentEvent } from './campaign'

/** The reader whom an event names, with what campaigns hold or have settled of the event's template. */
export type EventReader = {
  key: string
  templateId: string
  holds: readonly string[]
  settled: readonly string[]
}

/** WeChat's events tell whole seconds, and its clock is not ours. */
const TOLERANCE = 2_000

/** How often a row may change under an event before the event is left to its repetition. */
const ATTEMPTS = 8

type Place = { page: CampaignPage; position: number; row: Delivery }

/**
 * Takes in what WeChat says of a message: it may come before our own answer, after it, twice or never. Where it does
 * not fit exactly one row, it is left alone: which of them has the message cannot be told.
 */
export async function settleSentEvent(
  store: AlertStore,
  reader: EventReader,
  event: SentEvent,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const place = placeOf(await placesOf(store, reader), event)
    if (!place || (await settleAt(store, reader, place, event))) return
  }
}

export function rowAfterEvent({ msgid, code }: SentEvent): Partial<Delivery> & Pick<Delivery, 'state'> {
  return code === 0
    ? { state: 'delivered', msgid }
    : { state: 'failed', reason: 'not-delivered', msgid, code }
}

async function placesOf(store: AlertStore, { key, holds, settled }: EventReader): Promise<Place[]> {
  const campaignIds = new Set([...holds, ...[...settled].reverse()].map(campaignOfHold))
  const places: Place[] = []
  for (const campaignId of campaignIds) {
    const page = await store.pages.ofReader(campaignId, key)
    const position = page?.rows.findIndex((row) => row.key === key) ?? -1
    const row = page?.rows[position]
    if (page && row) places.push({ page, position, row })
  }
  return places
}

function placeOf(places: readonly Place[], { msgid, at }: SentEvent): Place | null {
  const same = places.find(({ row }) => row.msgid === msgid)
  if (same) return same
  const candidates = places.filter(
    ({ row }) => (row.state === 'unknown' || row.state === 'sending') && (row.at ?? 0) <= at + TOLERANCE,
  )
  // One that is being sent gets its own answer yet, and then tells whether the event was its own.
  return (
    candidates.find(({ row }) => row.state === 'sending') ??
    (candidates.length === 1 ? candidates[0] : null) ??
    null
  )
}

/** False where the row has become another meanwhile. */
async function settleAt(
  store: AlertStore,
  { key, templateId, holds }: EventReader,
  { page, position, row }: Place,
  event: SentEvent,
): Promise<boolean> {
  const { pages, readers } = store
  // Noted before: nothing would change, and the database may say so like a lost race.
  if (row.state === 'sending' && row.event?.msgid === event.msgid) return true
  if (row.state === 'sending')
    return pages.replaceRow(page.id, position, { state: 'sending' }, { state: 'sending', event })
  if (row.state === 'accepted' || row.state === 'unknown') {
    const before = row.state === 'accepted' ? { state: row.state, msgid: event.msgid } : { state: row.state }
    if (!(await pages.replaceRow(page.id, position, before, rowAfterEvent(event)))) return false
  }
  // Also where the row says so already: whoever wrote that may have ended before this.
  const tokens = holds.filter((token) => campaignOfHold(token) === page.campaignId)
  for (const token of tokens) await readers.settle([key], templateId, token, 'spent', 0)
  return true
}
