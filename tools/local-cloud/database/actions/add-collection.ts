import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import type { Database } from '../database-actions'
import { CollectionNameSchema, readRequest } from '../read-request'

const RequestSchema = v.object({ collectionName: CollectionNameSchema })

/** `createCollection()`. */
export function addCollection({ store }: Database): Action {
  return (request) => {
    const { collectionName } = readRequest(RequestSchema, request)
    store.write(() => {
      if (store.hasCollection(collectionName))
        throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] Table exist: ${collectionName}.`)
      store.addCollection(collectionName)
    })
    return { data: '{}' }
  }
}
