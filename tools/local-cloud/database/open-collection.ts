import * as v from 'valibot'
import { CloudError } from '../cloud-error'
import type { Database } from './database-actions'
import { CollectionNameSchema, readRequest } from './read-request'
import type { Session } from './session'
import { storeSession } from './store-session'

const RequestSchema = v.object({
  collectionName: CollectionNameSchema,
  transactionId: v.optional(v.string()),
})

/** What a request is about: a collection, which must be there, since writing makes none; perhaps in a transaction. */
export function openCollection(
  { store, transactions }: Database,
  request: Record<string, unknown>,
): { session: Session; collection: string } {
  const { collectionName: collection, transactionId } = readRequest(RequestSchema, request)
  const session = transactionId === undefined ? storeSession(store) : transactions.open(transactionId)
  if (session.view.hasCollection(collection)) return { session, collection }
  throw new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${collection}.`,
  )
}
