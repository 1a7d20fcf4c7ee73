import type { AlertPorts } from './alert-ports'
import { type Campaign, type Delivery, holdToken } from './campaign'
import { repeat } from './repeat'
import { settlementOf } from './settle-page'

/** What a run still does for a page that another run has taken. Whatever fails here, `checkHolds` settles in the end. */

/** ms for which it is tried. */
const LATE = 5_000

type LateOutcome = { position: number; row: Delivery; change: Partial<Delivery> }

/** The run that took the page found the row being sent and made it unknown: here is what became of it. */
export async function recordLate(
  { store, clock }: AlertPorts,
  campaign: Campaign,
  pageId: string,
  { position, row: { key, at = 0, run = '' }, change }: LateOutcome,
): Promise<void> {
  const how = settlementOf({ state: 'unknown', ...change })
  const { state } = change
  if (!how || (state !== 'accepted' && state !== 'failed')) return
  const deadline = clock.now() + LATE
  const again = <T>(work: () => Promise<T>) => repeat(clock, deadline, work)
  try {
    await again(() =>
      store.pages.replaceRow(pageId, position, { state: 'unknown', run }, { ...change, state }),
    )
    // An answer may have been lost: the row itself tells.
    const stored = (await again(() => store.pages.find(pageId)))?.rows[position]
    if (stored?.state !== state || stored.run !== run) return
    await again(() => store.readers.settle([key], campaign.templateId, holdToken(campaign), how, at))
  } catch {
    // It stays unknown, which is true of it.
  }
}

/** Rows that the other run skipped before their credits were held here. */
export async function returnHolds(
  { store, clock }: AlertPorts,
  campaign: Campaign,
  pageId: string,
): Promise<void> {
  const deadline = clock.now() + LATE
  try {
    const stored = await repeat(clock, deadline, () => store.pages.find(pageId))
    const keys = stored?.rows.filter(({ state }) => state === 'skipped').map(({ key }) => key) ?? []
    if (keys.length === 0) return
    await repeat(clock, deadline, () =>
      store.readers.settle(keys, campaign.templateId, holdToken(campaign), 'returned', 0),
    )
  } catch {
    // They stay held until the campaign has ended.
  }
}
