import * as v from 'valibot'
import type { Action } from '../../admin/action'
import { aggregate, type Stage } from '../aggregate/aggregate'
import type { Database } from '../database-actions'
import { parseEjsonValue, stringifyDocument } from '../ejson'
import { readCollection, readRequest } from '../read-request'

const RequestSchema = v.object({
  stages: v.array(v.object({ stageKey: v.string(), stageValue: v.string() })),
})

/** `aggregate()…end()`. */
export function aggregateDocuments({ store, clock, scans }: Database): Action {
  return (request) => {
    const collection = readCollection(store, request)
    const now = clock.date()
    const stages = readRequest(RequestSchema, request).stages.map(
      ({ stageKey, stageValue }): Stage => ({ [stageKey]: parseEjsonValue(stageValue, now) }),
    )
    const documents = aggregate(store, collection, stages, { now, scans })
    return { data: `{"list":${JSON.stringify(documents.map(stringifyDocument))}}` }
  }
}
