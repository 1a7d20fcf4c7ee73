import * as v from 'valibot'
import type { Actions } from '../../admin/action'
import type { Clock } from '../../clock'
import { CloudError } from '../../cloud-error'
import type { Fields } from '../../database/ejson'
import { findDocuments } from '../../database/find-documents'
import { readFields } from '../../database/read-request'
import type { Store } from '../../database/store'
import { change, read } from '../call'
import { cutText } from '../cut-text'

const PAGE_SIZE = 50
/** Of a document's text, in a list and on its own. */
const PREVIEW_LENGTH = 240
const SHOWN_LENGTH = 128 * 1024

/** No longer than a name or an id can be: a longer one is no key of the store. */
const CollectionSchema = v.pipe(v.string(), v.maxLength(64))
const IdSchema = v.pipe(v.string(), v.maxLength(256))

const PageSchema = v.object({
  collection: CollectionSchema,
  /** A MongoDB query as Extended JSON. */
  filter: v.optional(v.string(), ''),
  /** The page begins after the document with this id, or ends before the one with that. */
  after: v.optional(v.string()),
  before: v.optional(v.string()),
})

const DocumentSchema = v.object({ collection: CollectionSchema, id: IdSchema })
const ChangeSchema = v.object({ ...DocumentSchema.entries, document: v.unknown() })

type Row = { id: string; preview: string }

export type DocumentPage = { rows: Row[]; hasEarlier: boolean; hasLater: boolean }

/** What is changed here goes through the SDK's own actions, so that its rules hold; it meets no faults. */
export function documentCalls(store: Store, clock: Clock, actions: Actions) {
  return {
    collections: read(v.object({}), () =>
      store.collections().map((name) => ({ name, count: store.count(name) })),
    ),

    documents: read(PageSchema, ({ collection, filter, after, before }): DocumentPage => {
      assertCollection(collection)
      const asked = readFilter(filter)
      const isBackward = before !== undefined
      const edge = isBackward ? { $lt: before } : after === undefined ? null : { $gt: after }
      const found = findDocuments(store, collection, {
        query: edge ? { $and: [asked, { _id: edge }] } : asked,
        order: [['_id', isBackward ? -1 : 1]],
        limit: PAGE_SIZE + 1,
      })
      const rows = Array.from(found, ({ id, text }) => ({ id, preview: previewOf(text) }))
      const hasMore = rows.length > PAGE_SIZE
      const shown = rows.slice(0, PAGE_SIZE)
      return isBackward
        ? { rows: shown.reverse(), hasEarlier: hasMore, hasLater: true }
        : { rows: shown, hasEarlier: after !== undefined, hasLater: hasMore }
    }),

    /** Null once it is gone. */
    document: read(DocumentSchema, ({ collection, id }) => {
      assertCollection(collection)
      const document = store.document(collection, id)
      return document ? cutText(JSON.stringify(JSON.parse(document.text), null, 2), SHOWN_LENGTH) : null
    }),

    /** Puts a document, as Extended JSON, in the place of the one that there is. */
    'document/change': change(ChangeSchema, async ({ collection, id, document }) => {
      if (!store.document(collection, id))
        throw new CloudError('INVALID_PARAM', 'This document is gone; nothing was changed.')
      const data = JSON.stringify(document)
      await run('database.modifyDocument', { ...one(collection, id), data, merge: false, upsert: true })
    }),

    'document/remove': change(DocumentSchema, ({ collection, id }) =>
      run('database.removeDocument', one(collection, id)),
    ),
  }

  async function run(action: keyof typeof actions, request: Record<string, unknown>): Promise<void> {
    await actions[action]?.(request, null)
  }

  function assertCollection(name: string): void {
    if (!store.hasCollection(name))
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `There is no collection ${cutText(name, 100).text}.`,
      )
  }

  function readFilter(filter: string): Fields {
    return readFields(filter.trim(), clock.date())
  }
}

function one(collectionName: string, id: string) {
  return { collectionName, queryType: 'DOC', multi: false, query: JSON.stringify({ _id: id }) }
}

/** The beginning of a document, without its id, which stands above it. */
function previewOf(text: string): string {
  return cutText(text.replace(/^\{"_id":"[^"]*",?/u, '{'), PREVIEW_LENGTH).text
}
