import { fromStored } from '../from-stored'
import type { Transaction } from '../transaction'
import type { Campaign } from './campaign'

/**
 * An alert must not lead to an issue that is gone; messages that are out cannot be called back. Of a campaign that is
 * done nothing is sent again: whoever is about to finds that its time is over.
 */
export async function cancelWithin(
  transaction: Transaction,
  id: string,
  reason: string,
  now: number,
): Promise<void> {
  const stored = await transaction.get('campaigns', id)
  if (!stored) return
  const { id: _, ...campaign } = fromStored<Campaign>(stored)
  if (campaign.state === 'cancelled') return
  const end =
    campaign.state === 'done'
      ? { expiresAt: Math.min(campaign.expiresAt, now) }
      : { state: 'cancelled' as const }
  await transaction.set('campaigns', id, { ...campaign, ...end, reason })
}
