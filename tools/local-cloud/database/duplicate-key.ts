import type { IndexConfig } from '../../../config/database'
import { CloudError } from '../cloud-error'
import type { Fields } from './ejson'
import { valuesAt } from './values/values-at'

/** Callers tell a duplicate by this text alone, so it is worded as the cloud words MongoDB's. */
export function duplicateKey(collection: string, index: IndexConfig, document: Fields): CloudError {
  const values = index.fields.map(
    ([field]) => `${field}: ${JSON.stringify(valuesAt(document, field)[0] ?? null)}`,
  )
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index.name} dup key: { ${values.join(', ')} }}]}, {<nil>}]`,
  )
}
