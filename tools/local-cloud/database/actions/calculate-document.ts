import * as v from 'valibot'
import type { Action } from '../../admin/action'
import type { Database } from '../database-actions'
import { findDocuments } from '../find-documents'
import { openCollection } from '../open-collection'
import { readFields, readRequest } from '../read-request'

const RequestSchema = v.object({ query: v.optional(v.string()) })

/** `where().count()`. */
export function calculateDocument(database: Database): Action {
  const { clock, scans } = database
  return (request) => {
    const { session, collection } = openCollection(database, request)
    const query = readFields(readRequest(RequestSchema, request).query, clock.date())
    let total = 0
    for (const _ of findDocuments(session.view, collection, { query }, scans)) total += 1
    return { data: `{"total":${total}}` }
  }
}
