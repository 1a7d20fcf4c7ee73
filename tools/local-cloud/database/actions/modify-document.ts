import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import type { Database } from '../database-actions'
import { assertDocumentId } from '../document-id'
import { type Fields, parseEjson, stringifyDocument } from '../ejson'
import { findDocuments } from '../find-documents'
import { readCollection, readFields, readRequest } from '../read-request'
import type { Store } from '../store'
import { createUpdate } from '../update/create-update'
import { assertNoOperators } from './insert-document'

const RequestSchema = v.object({
  query: v.optional(v.string()),
  data: v.string(),
  multi: v.optional(v.boolean(), false),
  merge: v.optional(v.boolean(), true),
})

/** `update()` of one document or of all that meet a condition, and `doc().set()`. */
export function modifyDocument({ store, clock, scans }: Database): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const asked = readRequest(RequestSchema, request)
    const now = clock.date()
    const query = readFields(asked.query, now)
    const data = parseEjson(asked.data, now)
    if (!asked.merge) return { data: store.write(() => set(store, collection, query._id, data)) }
    if (Object.keys(data).length === 0) return { data: '{"updated":0}' }
    assertOnlyOperators(data)
    const update = createUpdate(data, query, now)
    return { data: store.write(() => updateAll({ store, scans }, collection, query, update, asked.multi)) }
  }
}

/** Counts the documents that became others, as the cloud is seen to: an update to the same values counts 0. */
function updateAll(
  { store, scans }: Pick<Database, 'store' | 'scans'>,
  collection: string,
  query: Fields,
  update: (document: Fields) => Fields,
  isMany: boolean,
): string {
  // All are found before any is written: a document that an update moves within an index is not met again.
  const found = [...findDocuments(store, collection, isMany ? { query } : { query, limit: 1 }, scans)]
  let updated = 0
  for (const { id, text, fields } of found) {
    const changed = update(fields)
    if (stringifyDocument(changed) === text) continue
    store.put(collection, id, changed, fields)
    updated += 1
  }
  return `{"updated":${updated}}`
}

function set(store: Store, collection: string, id: unknown, data: Fields): string {
  assertDocumentId(id)
  assertNoOperators(data)
  if (data._id !== undefined && data._id !== id)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'The _id of a document cannot be changed.')
  const before = store.document(collection, id)
  const document = { ...data, _id: id }
  if (before && stringifyDocument(document) === before.text) return '{"updated":0}'
  store.put(collection, id, document, before?.fields ?? null)
  return before ? '{"updated":1}' : JSON.stringify({ updated: 0, upsert_id: id })
}

function assertOnlyOperators(modifier: Fields): void {
  const field = Object.keys(modifier).find((name) => !name.startsWith('$'))
  if (field !== undefined)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `An update holds operators, not the field ${field.slice(0, 100)}.`,
    )
}
