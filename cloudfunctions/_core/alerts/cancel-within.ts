import type { Transaction } from '../transaction'

/** An alert must not lead to an issue that is gone; messages that are out cannot be called back. */
export async function cancelWithin(transaction: Transaction, id: string, reason: string): Promise<void> {
  const stored = await transaction.get('campaigns', id)
  if (stored?.state !== 'sending' && stored?.state !== 'paused') return
  const { _id, ...campaign } = stored
  await transaction.set('campaigns', id, { ...campaign, state: 'cancelled', reason })
}
