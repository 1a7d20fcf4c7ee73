import { stillFollows } from '../readers/reader'
import type { AlertPorts } from './alert-ports'
import type { Receiver } from './alert-store'
import { type Campaign, type CampaignPage, campaignOfHold, type Delivery, holdToken } from './campaign'
import { repeat } from './repeat'

/** How long an unknown send of another issue is waited for: its event would not tell the two apart. */
export const UNKNOWN_WAIT = 600_000

export type Reservation = {
  receivers: Map<string, Receiver>
  /** Rows that can be announced, by position. */
  positions: number[]
  /** What is already clear of the others. */
  changes: Map<number, Partial<Delivery>>
}

/** Holds a credit for each of these rows and looks up whom they are for. May be repeated. */
export async function reservePage(
  { store, clock }: AlertPorts,
  run: string,
  campaign: Campaign,
  rows: readonly Delivery[],
  candidates: readonly number[],
  deadline: number,
): Promise<Reservation> {
  const keys = candidates.flatMap((position) => rows[position]?.key ?? [])
  const token = holdToken(campaign)
  if (keys.length === 0) return { receivers: new Map(), positions: [], changes: new Map() }
  await repeat(clock, deadline, () => store.readers.reserve(keys, campaign.templateId, token))
  const found = await repeat(clock, deadline, () => store.readers.receivers(keys, campaign.templateId))
  const receivers = new Map(found.map((receiver) => [receiver.key, receiver]))
  const delays = await repeat(clock, deadline, () => openQuestions(store, run, campaign, found, clock.now()))

  const positions: number[] = []
  const changes = new Map<number, Partial<Delivery>>()
  for (const position of candidates) {
    const key = rows[position]?.key ?? ''
    const receiver = receivers.get(key)
    const delay = delays.get(key)
    const obstacle = obstacleOf(receiver, campaign)
    if (obstacle) changes.set(position, obstacle)
    else if (delay !== undefined && delay > clock.now())
      changes.set(position, { state: 'waiting', notBefore: delay })
    else positions.push(position)
  }
  return { receivers, positions, changes }
}

/** Why nothing is sent to a reader; null where nothing stands against it. */
export function obstacleOf(receiver: Receiver | undefined, campaign: Campaign): Partial<Delivery> | null {
  if (!receiver || receiver.isErased) return { state: 'skipped', reason: 'deleted' }
  if (!stillFollows(receiver, campaign.seriesId, campaign.openedAt))
    return { state: 'skipped', reason: 'stopped' }
  if (!receiver.holds.includes(holdToken(campaign))) return { state: 'skipped', reason: 'no-credit' }
  return null
}

/** Until when a reader's message of another campaign is waited for, because nobody knows yet whether it went out. */
async function openQuestions(
  store: AlertPorts['store'],
  run: string,
  campaign: Campaign,
  receivers: readonly Receiver[],
  now: number,
): Promise<Map<string, number>> {
  const until = new Map<string, number>()
  const others = new Set(receivers.flatMap(({ holds }) => holds.map(campaignOfHold)))
  others.delete(campaign.id)
  if (others.size === 0) return until
  // A row that stays unknown holds its credit for good: what is long over is no question any more.
  const recent = await store.campaigns.lately([...others], now - UNKNOWN_WAIT)
  const pages: CampaignPage[] = []
  for (const { key, holds } of receivers) {
    for (const campaignId of holds.map(campaignOfHold)) {
      if (campaignId === campaign.id || !recent.has(campaignId)) continue
      let page = pages.find(
        (each) => each.campaignId === campaignId && each.firstKey <= key && key <= each.lastKey,
      )
      if (!page) {
        const read = await store.pages.ofReader(campaignId, key)
        if (!read) continue
        page = read
        pages.push(page)
      }
      const row = page.rows.find((each) => each.key === key)
      const isOpen = row?.state === 'unknown' || (row?.state === 'sending' && row.run !== run)
      if (isOpen) until.set(key, Math.max(until.get(key) ?? 0, (row?.at ?? 0) + UNKNOWN_WAIT))
    }
  }
  return until
}
