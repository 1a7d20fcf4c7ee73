import type { Transaction } from './transaction'

/**
 * Of those who pass the same fence at once, one does its work and the others begin anew: what a query finds after it,
 * which is no part of the transaction, still holds when the transaction is done.
 */
export async function passFence(transaction: Transaction, name: string): Promise<void> {
  const id = `fence-${name}`
  const stored = await transaction.get('locks', id)
  await transaction.set('locks', id, { passed: Number(stored?.passed ?? 0) + 1 })
}
