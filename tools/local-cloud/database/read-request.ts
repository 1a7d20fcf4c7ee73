import * as v from 'valibot'
import { CloudError } from '../cloud-error'
import { type Fields, parseEjson } from './ejson'
import type { Store } from './store'

type Request = Record<string, unknown>

/** Reads a database request by its schema. */
export function readRequest<S extends v.GenericSchema>(schema: S, request: Request): v.InferOutput<S> {
  const read = v.safeParse(schema, request)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new CloudError('INVALID_PARAM', `The request's ${v.getDotPath(issue) ?? 'body'} is not valid.`)
}

/** The name of the collection that a request is about, which must be there: writing makes none. */
export function readCollection(store: Store, request: Request): string {
  if (request.transactionId !== undefined)
    throw new CloudError('INVALID_PARAM', 'The local cloud does not have transactions yet.')
  const { collectionName } = readRequest(CollectionSchema, request)
  if (store.hasCollection(collectionName)) return collectionName
  throw new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${collectionName}.`,
  )
}

/** A query, projection or order; absent and empty text both mean none. */
export function readFields(text: string | undefined, now: Date): Fields {
  return text ? parseEjson(text, now) : {}
}

/** The names that collections may have, which also keeps keys short. */
export const CollectionNameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/))

const CollectionSchema = v.object({ collectionName: CollectionNameSchema })
