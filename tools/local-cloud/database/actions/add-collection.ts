import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import { CollectionNameSchema, readRequest } from '../read-request'
import type { Store } from '../store'

const RequestSchema = v.object({ collectionName: CollectionNameSchema })

/** `createCollection()`. */
export function addCollection(store: Store): Action {
  return async (request) => {
    const { collectionName } = readRequest(RequestSchema, request)
    await store.write(() => {
      if (store.hasCollection(collectionName))
        throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] Table exist: ${collectionName}.`)
      store.addCollection(collectionName)
    })
    return '{}'
  }
}
