import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { CloudError } from '../../cloud-error'
import type { Database } from '../database-actions'
import { assertDocumentId } from '../document-id'
import { type Fields, parseEjson, stringifyDocument } from '../ejson'
import { openCollection } from '../open-collection'
import { readFields, readRequest } from '../read-request'
import type { Session } from '../session'
import { createUpdate } from '../update/create-update'
import { assertNoOperators } from './insert-document'
import { writeEach } from './write-each'

const RequestSchema = v.object({
  query: v.optional(v.string()),
  data: v.string(),
  multi: v.optional(v.boolean(), false),
  merge: v.optional(v.boolean(), true),
})

/** `update()` of one document or of all that meet a condition, and `doc().set()`. */
export function modifyDocument(database: Database): Action {
  return async (request) => {
    const { session, collection } = openCollection(database, request)
    const asked = readRequest(RequestSchema, request)
    const now = database.clock.date()
    const query = readFields(asked.query, now)
    const data = parseEjson(asked.data, now)
    const counts = (isChanged: boolean) => isChanged || database.updatedCounts === 'matched'
    if (!asked.merge) return { data: await set({ session, collection, counts }, query._id, data) }
    if (Object.keys(data).length === 0) return { data: '{"updated":0}' }
    assertOnlyOperators(data)
    const change = createUpdate(data, query, now)
    const search = { collection, query, isMany: asked.multi }
    const updated = await writeEach(session, search, database.scans, (writer, { id, text, fields }) => {
      const changed = change(fields)
      const isChanged = stringifyDocument(changed) !== text
      if (isChanged) writer.put(collection, id, changed, fields)
      return counts(isChanged)
    })
    return { data: `{"updated":${updated}}` }
  }
}

type Target = { session: Session; collection: string; counts: (isChanged: boolean) => boolean }

async function set({ session, collection, counts }: Target, id: unknown, data: Fields): Promise<string> {
  assertDocumentId(id)
  assertNoOperators(data)
  if (data._id !== undefined && data._id !== id)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'The _id of a document cannot be changed.')
  const document = { _id: id, ...data }
  return session.write((writer) => {
    const before = writer.document(collection, id)
    const isChanged = stringifyDocument(document) !== before?.text
    if (isChanged) writer.put(collection, id, document, before?.fields ?? null)
    return before
      ? JSON.stringify({ updated: Number(counts(isChanged)) })
      : JSON.stringify({ updated: 0, upsert_id: id })
  })
}

function assertOnlyOperators(modifier: Fields): void {
  const field = Object.keys(modifier).find((name) => !name.startsWith('$'))
  if (field !== undefined)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `An update holds operators, not the field ${field.slice(0, 100)}.`,
    )
}
