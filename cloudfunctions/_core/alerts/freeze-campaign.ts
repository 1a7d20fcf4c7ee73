import { followedAt, stillFollows } from '../readers/reader'
import type { AlertPorts } from './alert-ports'
import type { Follower } from './alert-store'
import { type Campaign, type CampaignPage, countRows, type Delivery, type SkipReason } from './campaign'
import { repeat } from './repeat'

/** Deliveries a page: a document of at most about 100 KB. */
const PAGE_ROWS = 500

/**
 * Gives everyone who followed the series when the campaign was opened a row, page by page in the order of keys. A page
 * that exists already is taken as it is: two runs that freeze at once, or one after the other, make the same pages.
 * Answers whether it came to the end before `mayGoOn` said no.
 */
export async function freezeCampaign(
  { store, clock }: AlertPorts,
  campaign: Campaign,
  deadline: number,
  mayGoOn: () => boolean,
): Promise<boolean> {
  let after = ''
  for (let number = 1; mayGoOn(); ) {
    const followers = await repeat(clock, deadline, () =>
      store.readers.followers(campaign.seriesId, campaign.templateId, after, PAGE_ROWS),
    )
    const last = followers.at(-1)
    if (!last) {
      await repeat(clock, deadline, () =>
        store.campaigns.change(campaign.id, ['sending', 'paused', 'cancelled'], { frozen: true }),
      )
      return true
    }
    after = last.key
    const page = pageOf(campaign, number, followers)
    if (!page) continue
    const isNew = await repeat(clock, deadline, () => store.pages.add(page))
    if (!isNew) {
      const stored = await repeat(clock, deadline, () => store.pages.find(page.id))
      if (stored) after = stored.lastKey
    }
    number += 1
  }
  return false
}

/** Null where none of them followed at that moment. */
function pageOf(campaign: Campaign, number: number, followers: readonly Follower[]): CampaignPage | null {
  const rows = followers
    .filter((follower) => followedAt(follower, campaign.seriesId, campaign.openedAt))
    .map((follower) => firstRow(follower, campaign))
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return null
  return {
    id: `${campaign.id}:${String(number).padStart(4, '0')}`,
    campaignId: campaign.id,
    firstKey: first.key,
    lastKey: last.key,
    rows,
    counts: countRows(rows),
    run: '',
    seq: 0,
    open: rows.some(({ state }) => state === 'pending'),
    nextAt: campaign.openedAt,
    writtenAt: 0,
  }
}

function firstRow(follower: Follower, { seriesId, openedAt }: Campaign): Delivery {
  const { key, credits, isErased } = follower
  const skipped = (reason: SkipReason): Delivery => ({ key, state: 'skipped', reason, attempts: 0 })
  if (isErased) return skipped('deleted')
  if (!stillFollows(follower, seriesId, openedAt)) return skipped('stopped')
  return credits > 0 ? { key, state: 'pending', attempts: 0 } : skipped('no-credit')
}
