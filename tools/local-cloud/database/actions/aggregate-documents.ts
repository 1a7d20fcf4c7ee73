import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { aggregate, type Stage } from '../aggregate/aggregate'
import type { Database } from '../database-actions'
import { parseEjsonValue, stringifyDocument } from '../ejson'
import { openCollection } from '../open-collection'
import { readRequest } from '../read-request'

const RequestSchema = v.object({
  stages: v.array(v.object({ stageKey: v.string(), stageValue: v.string() })),
})

/** `aggregate()…end()`. */
export function aggregateDocuments(database: Database): Action {
  const { clock, scans } = database
  return (request) => {
    const { session, collection } = openCollection(database, request)
    const now = clock.date()
    const stages = readRequest(RequestSchema, request).stages.map(
      ({ stageKey, stageValue }): Stage => ({ [stageKey]: parseEjsonValue(stageValue, now) }),
    )
    const documents = aggregate(session.view, collection, stages, { now, scans })
    return { data: `{"list":${JSON.stringify(documents.map(stringifyDocument))}}` }
  }
}
