import type { Action, Actions } from '../admin/action'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { addCollection } from './actions/add-collection'
import { aggregateDocuments } from './actions/aggregate-documents'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument } from './actions/insert-document'
import { modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import { endingItsTransaction, transactionActions } from './actions/transaction-actions'
import type { ScanWarnings } from './scan-warnings'
import type { Store } from './store'
import type { Transactions } from './transactions/transactions'
import type { UpdatedCounts } from './updated-counts'

/** What the actions of the database work on. */
export type Database = {
  store: Store
  transactions: Transactions
  clock: Clock
  changes: Changes
  scans: ScanWarnings
  updatedCounts: UpdatedCounts
}

export function databaseActions(database: Database): Actions {
  const reading = (action: Action) => endingItsTransaction(database, action)
  const writing = (action: Action) => reading(telling(database.changes, action))
  const { startTransaction, commitTransaction, abortTransaction } = transactionActions(database)
  return {
    'database.getDocument': reading(getDocument(database)),
    'database.calculateDocument': reading(calculateDocument(database)),
    'database.aggregateDocuments': reading(aggregateDocuments(database)),
    'database.insertDocument': writing(insertDocument(database)),
    'database.modifyDocument': writing(modifyDocument(database)),
    'database.removeDocument': writing(removeDocument(database)),
    'database.addCollection': telling(database.changes, addCollection(database)),
    'database.startTransaction': startTransaction,
    'database.commitTransaction': telling(database.changes, commitTransaction),
    'database.abortTransaction': abortTransaction,
  }
}

function telling(changes: Changes, action: Action): Action {
  return async (request, caller) => {
    const answer = await action(request, caller)
    changes.tell('documents')
    return answer
  }
}
