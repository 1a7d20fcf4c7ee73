import type { Action, Actions } from '../admin/action'
import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import { addCollection } from './actions/add-collection'
import { aggregateDocuments } from './actions/aggregate-documents'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument } from './actions/insert-document'
import { modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import type { ScanWarnings } from './scan-warnings'
import type { Store } from './store'

/** What the actions of the database work on. */
export type Database = { store: Store; clock: Clock; scans: ScanWarnings }

export function databaseActions(database: Database): Actions {
  return {
    'database.getDocument': getDocument(database),
    'database.calculateDocument': calculateDocument(database),
    'database.insertDocument': insertDocument(database),
    'database.modifyDocument': modifyDocument(database),
    'database.removeDocument': removeDocument(database),
    'database.addCollection': addCollection(database),
    'database.aggregateDocuments': aggregateDocuments(database),
    'database.startTransaction': absent('transactions'),
    'database.commitTransaction': absent('transactions'),
    'database.abortTransaction': absent('transactions'),
  }
}

function absent(what: string): Action {
  return () => {
    throw new CloudError('INVALID_PARAM', `The local cloud does not have ${what} yet.`)
  }
}
