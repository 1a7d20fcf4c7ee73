import type { Action } from '../../admin/action'
import type { Database } from '../database-actions'

/** `startTransaction()`, and what ends it. */
export function transactionActions({ transactions }: Database) {
  const startTransaction: Action = () => ({ transactionId: transactions.start() })
  const commitTransaction: Action = ({ transactionId }) => {
    transactions.commit(transactionId)
    return { data: '{}' }
  }
  const abortTransaction: Action = ({ transactionId }) => {
    transactions.abort(transactionId)
    return { data: '{}' }
  }
  return { startTransaction, commitTransaction, abortTransaction }
}

/** An operation that fails ends the transaction that it belongs to. */
export function endingItsTransaction({ transactions }: Database, action: Action): Action {
  return async (request, caller) => {
    try {
      return await action(request, caller)
    } catch (cause) {
      transactions.fail(request.transactionId)
      throw cause
    }
  }
}
