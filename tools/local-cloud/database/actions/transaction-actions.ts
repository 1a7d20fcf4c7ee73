import type { Action, Actions } from '../../admin/action'
import type { Database } from '../database-actions'

/** `startTransaction()`, and what ends it. */
export function transactionActions({ transactions }: Database): Actions {
  return {
    'database.startTransaction': () => ({ transactionId: transactions.start() }),
    'database.commitTransaction': ({ transactionId }) => {
      transactions.commit(transactionId)
      return { data: '{}' }
    },
    'database.abortTransaction': ({ transactionId }) => {
      transactions.abort(transactionId)
      return { data: '{}' }
    },
  }
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
