import type { AlertPorts } from './alert-ports'
import type { Settlement } from './alert-store'
import { type Campaign, type Delivery, holdToken } from './campaign'
import { repeat } from './repeat'

/** How a row's hold ends; null where it goes on, or never was. */
export function settlementOf({ state, reason }: Pick<Delivery, 'state' | 'reason'>): Settlement | null {
  switch (state) {
    case 'accepted':
    case 'delivered':
      return 'spent'
    case 'failed':
      if (reason === 'refused') return 'refused'
      return reason === 'not-delivered' ? 'spent' : 'returned'
    case 'skipped':
      return 'returned'
    default:
      return null
  }
}

/** Ends the holds of all rows that have come to an end. May be repeated: a hold ends once. */
export async function settlePage(
  { store, clock }: AlertPorts,
  campaign: Campaign,
  rows: readonly Delivery[],
  deadline: number,
): Promise<void> {
  const groups = new Map<Settlement, Delivery[]>()
  for (const row of rows) {
    const how = settlementOf(row)
    if (how) groups.set(how, [...(groups.get(how) ?? []), row])
  }
  for (const [how, group] of groups) {
    const keys = group.map(({ key }) => key)
    // A consent that came after the first of them was announced may be newer than the refusal.
    const since = Math.min(...group.map(({ at }) => at ?? 0))
    await repeat(clock, deadline, () =>
      store.readers.settle(keys, campaign.templateId, holdToken(campaign), how, since),
    )
  }
}
