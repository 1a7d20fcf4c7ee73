import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import type { Database } from '../database-actions'
import { assertDocumentId, createDocumentId } from '../document-id'
import { duplicateKey } from '../duplicate-key'
import { type Fields, parseEjson } from '../ejson'
import { openCollection } from '../open-collection'
import { readRequest } from '../read-request'
import type { Writer } from '../session'
import { changeEach } from './change-each'

const RequestSchema = v.object({ data: v.array(v.string()) })

/** `add()`, of one document or several; those before one that is refused stay, as in MongoDB. */
export function insertDocument(database: Database): Action {
  return async (request) => {
    const { session, collection } = openCollection(database, request)
    const now = database.clock.date()
    const documents = readRequest(RequestSchema, request).data.map((text) =>
      withId(parseEjson(text, now), now),
    )
    const { refusal } = await session.write((writer) =>
      changeEach(documents, (document) => insert(writer, collection, document)),
    )
    if (refusal) throw refusal
    return { data: JSON.stringify({ insertedIds: documents.map(({ _id }) => _id) }) }
  }
}

function withId(fields: Fields, now: Date): Fields & { _id: string } {
  const { _id = createDocumentId(now), ...rest } = fields
  assertDocumentId(_id)
  assertNoOperators(rest)
  return { _id, ...rest }
}

function insert(writer: Writer, collection: string, document: Fields & { _id: string }): boolean {
  if (writer.document(collection, document._id)) throw duplicateKey(collection, ID_INDEX, document)
  writer.put(collection, document._id, document, null)
  return true
}

/** A document to be stored whole: an operator in it is a mistake that the database refuses. */
export function assertNoOperators(fields: Fields): void {
  const operator = Object.keys(fields).find((name) => name.startsWith('$'))
  if (operator !== undefined)
    throw new CloudError('DATABASE_REQUEST_FAILED', `A document may not have the field ${operator}.`)
}

const ID_INDEX = { name: '_id_', fields: [['_id', 1]], unique: true } as const
