import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { findDocuments } from '../find-documents'
import { readCollection, readFields, readRequest } from '../read-request'
import type { Store } from '../store'

const RequestSchema = v.object({ query: v.optional(v.string()), multi: v.optional(v.boolean(), false) })

/** `doc().remove()` and `where().remove()`; an empty condition meets every document, as in the cloud. */
export function removeDocument(store: Store): Action {
  return async (request) => {
    const collection = readCollection(store, request)
    const { query: text, multi } = readRequest(RequestSchema, request)
    const query = readFields(text, new Date())
    const deleted = await store.write(() => {
      const found = [...findDocuments(store, collection, multi ? { query } : { query, limit: 1 })]
      for (const { id, fields } of found) store.remove(collection, id, fields)
      return found.length
    })
    return `{"deleted":${deleted}}`
  }
}
