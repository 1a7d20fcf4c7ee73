import type { Answer } from '../admin/action'
import type { Transactions } from '../database/transactions/transactions'
import { openApiForms } from '../wechat/open-api/open-api-forms'
import { receiverOf } from '../wechat/subscribe-message/receiver-of'
import type { CloudCall } from './cloud-call'

/** Whom and what a call was about, as far as it says so. */
export type WhatItMet = {
  /** The reader whom a message was sent to. */
  touser: string | null
  collection: string | null
  /** Ids of the documents that the call names, that the transaction it ends has changed, or that it has added. */
  documents: string[]
}

const ENDS = new Set(['database.commitTransaction', 'database.abortTransaction'])

/** `answer` is null where there is none yet. */
export function whatItMet(
  { action, request }: CloudCall,
  answer: Answer | null,
  transactions: Pick<Transactions, 'changedIds'>,
): WhatItMet {
  const form = openApiForms[action]
  const documents = new Set([
    ...idsOf(parse(request.query)),
    ...(Array.isArray(request.data) ? request.data : []).flatMap((text) => idsOf(parse(text))),
    ...insertedIds(answer),
    ...(ENDS.has(action) ? transactions.changedIds(request.transactionId) : []),
  ])
  return {
    touser: form ? receiverOf(request, form) : null,
    collection: typeof request.collectionName === 'string' ? request.collectionName : null,
    documents: [...documents],
  }
}

function insertedIds(answer: Answer | null): string[] {
  const data = answer && 'data' in answer ? parse(answer.data) : null
  return textsOf(fieldOf(data, 'insertedIds'))
}

/** Of a document, or of a query for one id or one of several. */
function idsOf(value: unknown): string[] {
  const id = fieldOf(value, '_id')
  return textsOf([id, fieldOf(id, '$eq'), fieldOf(id, '$in')].flat())
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    // Whether the request is valid is for its action to say.
    return null
  }
}
