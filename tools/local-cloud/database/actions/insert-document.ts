import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import type { Database } from '../database-actions'
import { assertDocumentId, createDocumentId } from '../document-id'
import { duplicateKey } from '../duplicate-key'
import { type Fields, parseEjson } from '../ejson'
import { readCollection, readRequest } from '../read-request'
import type { Store } from '../store'

const RequestSchema = v.object({ data: v.array(v.string()) })

/** `add()`, of one document or several; those before one that is refused stay, as in MongoDB. */
export function insertDocument({ store, clock }: Database): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const now = clock.date()
    const documents = readRequest(RequestSchema, request).data.map((text) =>
      withId(parseEjson(text, now), now),
    )
    const insertedIds = store.write(() => documents.map((document) => insert(store, collection, document)))
    return { data: JSON.stringify({ insertedIds }) }
  }
}

function withId(fields: Fields, now: Date): Fields & { _id: string } {
  const { _id = createDocumentId(now), ...rest } = fields
  assertDocumentId(_id)
  assertNoOperators(rest)
  return { _id, ...rest }
}

function insert(store: Store, collection: string, document: Fields & { _id: string }): string {
  if (store.document(collection, document._id)) throw duplicateKey(collection, ID_INDEX, document)
  store.put(collection, document._id, document, null)
  return document._id
}

/** A document to be stored whole: an operator in it is a mistake that the database refuses. */
export function assertNoOperators(fields: Fields): void {
  const operator = Object.keys(fields).find((name) => name.startsWith('$'))
  if (operator !== undefined)
    throw new CloudError('DATABASE_REQUEST_FAILED', `A document may not have the field ${operator}.`)
}

const ID_INDEX = { name: '_id_', fields: [['_id', 1]], unique: true } as const
