import * as v from 'valibot'
import { CloudError } from '../cloud-error'
import { type Fields, parseEjson } from './ejson'

type Request = Record<string, unknown>

/** Reads a database request by its schema. */
export function readRequest<S extends v.GenericSchema>(schema: S, request: Request): v.InferOutput<S> {
  const read = v.safeParse(schema, request)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new CloudError('INVALID_PARAM', `The request's ${v.getDotPath(issue) ?? 'body'} is not valid.`)
}

/** A query, projection or order; absent and empty text both mean none. */
export function readFields(text: string | undefined, now: Date): Fields {
  return text ? parseEjson(text, now) : {}
}

/** The names that collections may have, which also keeps keys short. */
export const CollectionNameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/))
