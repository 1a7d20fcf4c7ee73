import { Query } from 'mingo/query'
import type { Fields } from './ejson'
import { asRequest } from './query/as-request'
import { MINGO_OPTIONS } from './query/mingo-options'
import { withinTime } from './time-limit'

type Holder = { fields: Fields }

/** So many documents share one limit of time: setting it costs as much as looking at some. */
const BATCH = 100

/** Those documents that meet a MongoDB query. */
export function createMatcher(query: Fields): <T extends Holder>(documents: Iterable<T>) => Iterable<T> {
  const test = createTest(query)
  const meets = ({ fields }: Holder) => test(fields)
  return mayTakeLong(query)
    ? (documents) => filterWithinTime(documents, meets)
    : (documents) => filter(documents, meets)
}

/** Whether a document meets a MongoDB query. */
export function createTest(query: Fields): (document: Fields) => boolean {
  const compiled = asRequest(() => new Query(query, MINGO_OPTIONS))
  return (document) => asRequest(() => compiled.test(document))
}

function* filter<T>(documents: Iterable<T>, test: (document: T) => boolean): Iterable<T> {
  for (const document of documents) if (test(document)) yield document
}

function* filterWithinTime<T>(documents: Iterable<T>, test: (document: T) => boolean): Iterable<T> {
  let batch: T[] = []
  for (const document of documents) {
    batch.push(document)
    if (batch.length < BATCH) continue
    yield* withinTime('A condition', () => batch.filter(test))
    batch = []
  }
  if (batch.length > 0) yield* withinTime('A condition', () => batch.filter(test))
}

/** Whether one document may take for ever: a regular expression and an expression of an aggregation may. */
export function mayTakeLong(value: unknown): boolean {
  if (value instanceof RegExp) return true
  if (typeof value !== 'object' || value === null) return false
  return '$regex' in value || '$expr' in value || Object.values(value).some(mayTakeLong)
}
