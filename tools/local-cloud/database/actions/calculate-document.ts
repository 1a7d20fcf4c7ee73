import * as v from 'valibot'
import type { Action } from '../../admin/action'
import type { Database } from '../database-actions'
import { findDocuments } from '../find-documents'
import { readCollection, readFields, readRequest } from '../read-request'

const RequestSchema = v.object({ query: v.optional(v.string()) })

/** `where().count()`. */
export function calculateDocument({ store, clock, scans }: Database): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const query = readFields(readRequest(RequestSchema, request).query, clock.date())
    let total = 0
    for (const _ of findDocuments(store, collection, { query }, scans)) total += 1
    return { data: `{"total":${total}}` }
  }
}
