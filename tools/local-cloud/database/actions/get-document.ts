import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { createProjection } from '../create-projection'
import type { Database } from '../database-actions'
import { type Fields, stringifyDocument } from '../ejson'
import { findDocuments } from '../find-documents'
import { findProjected } from '../find-projected'
import { openCollection } from '../open-collection'
import { readOrder } from '../read-order'
import { readFields, readRequest } from '../read-request'

/** The cloud gives no more than this in one answer, whatever is asked for. */
const MAX_DOCUMENTS = 1000
const DEFAULT_LIMIT = 100

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

const RequestSchema = v.object({
  query: v.optional(v.string()),
  order: v.optional(v.string()),
  projection: v.optional(v.string()),
  offset: v.optional(CountSchema),
  limit: v.optional(CountSchema),
})

/** `where().get()` and `doc().get()`. */
export function getDocument(database: Database): Action {
  const { clock, scans } = database
  return (request) => {
    const { session, collection } = openCollection(database, request)
    const asked = readRequest(RequestSchema, request)
    const now = clock.date()
    const search = {
      query: readFields(asked.query, now),
      order: readOrder(readFields(asked.order, now)),
      skip: asked.offset ?? 0,
      limit: Math.min(asked.limit || DEFAULT_LIMIT, MAX_DOCUMENTS),
    }
    const projection = readFields(asked.projection, now)
    const texts = Object.keys(projection).length > 0 ? project(projection) : whole()
    return { data: `{"list":${JSON.stringify([...texts])}}` }

    function whole(): string[] {
      return Array.from(findDocuments(session.view, collection, search, scans), ({ text }) => text)
    }

    function project(wanted: Fields): string[] {
      const projection = createProjection(wanted, search.query)
      const projected =
        findProjected(session.view, collection, search, wanted) ??
        Array.from(findDocuments(session.view, collection, search, scans), ({ fields }) => projection(fields))
      return projected.map(stringifyDocument)
    }
  }
}
