import type { Action, Actions } from '../admin/action'
import { CloudError } from '../cloud-error'
import { addCollection } from './actions/add-collection'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument } from './actions/insert-document'
import { modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import type { Store } from './store'

export function databaseActions(store: Store): Actions {
  return {
    'database.getDocument': getDocument(store),
    'database.calculateDocument': calculateDocument(store),
    'database.insertDocument': insertDocument(store),
    'database.modifyDocument': modifyDocument(store),
    'database.removeDocument': removeDocument(store),
    'database.addCollection': addCollection(store),
    'database.aggregateDocuments': absent('aggregations'),
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
