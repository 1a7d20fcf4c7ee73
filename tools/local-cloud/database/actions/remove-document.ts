import * as v from 'valibot'
import type { Action } from '../../admin/action'
import type { Database } from '../database-actions'
import { findDocuments } from '../find-documents'
import { readCollection, readFields, readRequest } from '../read-request'

const RequestSchema = v.object({ query: v.optional(v.string()), multi: v.optional(v.boolean(), false) })

/** `doc().remove()` and `where().remove()`; an empty condition meets every document, as in the cloud. */
export function removeDocument({ store, clock, scans }: Database): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const { query: text, multi } = readRequest(RequestSchema, request)
    const query = readFields(text, clock.date())
    const deleted = store.write(() => {
      const found = [...findDocuments(store, collection, multi ? { query } : { query, limit: 1 }, scans)]
      for (const { id, fields } of found) store.remove(collection, id, fields)
      return found.length
    })
    return { data: `{"deleted":${deleted}}` }
  }
}
