import type { AlertPorts } from './alert-ports'
import { repeat } from './repeat'
import { settlePage } from './settle-page'

/** ms from a campaign's end until no instance can be at work on it any more: twice the function's time limit. */
export const CHECK_AFTER = 120_000

/**
 * An instance that is ended between what it records of a row and what it settles leaves a hold of which nothing is
 * open. So all rows of a campaign are settled once more when nobody can be at work on it any more. May be repeated.
 */
export async function checkHolds(ports: AlertPorts, deadline: number): Promise<void> {
  const { store, clock } = ports
  const due = await repeat(clock, deadline, () => store.campaigns.toCheck(clock.now()))
  for (const campaign of due) {
    for (let after = ''; ; ) {
      const page = await repeat(clock, deadline, () => store.pages.next(campaign.id, after))
      if (!page) break
      await settlePage(ports, campaign, page.rows, deadline)
      after = page.lastKey
    }
    await repeat(clock, deadline, () =>
      store.campaigns.change(campaign.id, ['done', 'cancelled'], { checkAt: null }),
    )
  }
}
