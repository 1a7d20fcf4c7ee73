import type { Action, Actions } from '../admin/action'
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
  scans: ScanWarnings
  updatedCounts: UpdatedCounts
}

export function databaseActions(database: Database): Actions {
  const operation = (action: Action) => endingItsTransaction(database, action)
  return {
    'database.getDocument': operation(getDocument(database)),
    'database.calculateDocument': operation(calculateDocument(database)),
    'database.insertDocument': operation(insertDocument(database)),
    'database.modifyDocument': operation(modifyDocument(database)),
    'database.removeDocument': operation(removeDocument(database)),
    'database.aggregateDocuments': operation(aggregateDocuments(database)),
    'database.addCollection': addCollection(database),
    ...transactionActions(database),
  }
}
