import * as v from 'valibot'
import type { Action } from '../../admin/action'
import type { Database } from '../database-actions'
import { openCollection } from '../open-collection'
import { readFields, readRequest } from '../read-request'
import { writeEach } from './write-each'

const RequestSchema = v.object({ query: v.optional(v.string()), multi: v.optional(v.boolean(), false) })

/** `doc().remove()` and `where().remove()`; an empty condition meets every document, as in the cloud. */
export function removeDocument(database: Database): Action {
  return async (request) => {
    const { session, collection } = openCollection(database, request)
    const { query: text, multi } = readRequest(RequestSchema, request)
    const query = readFields(text, database.clock.date())
    const search = { collection, query, isMany: multi }
    const deleted = await writeEach(session, search, database.scans, (writer, { id, fields }) => {
      writer.remove(collection, id, fields)
      return true
    })
    return { data: `{"deleted":${deleted}}` }
  }
}
