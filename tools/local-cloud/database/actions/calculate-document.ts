import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { findDocuments } from '../find-documents'
import { readCollection, readFields, readRequest } from '../read-request'
import type { Store } from '../store'

const RequestSchema = v.object({ query: v.optional(v.string()) })

/** `where().count()`. */
export function calculateDocument(store: Store): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const query = readFields(readRequest(RequestSchema, request).query, new Date())
    let total = 0
    for (const _ of findDocuments(store, collection, { query })) total += 1
    return `{"total":${total}}`
  }
}
