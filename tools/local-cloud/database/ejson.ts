import { BSONRegExp, Double, EJSON, Int32, Long, ObjectId, Timestamp } from 'bson'
import { CloudError } from '../cloud-error'
import { createRegExp } from './regular-expression'

export type Fields = Record<string, unknown>

/** MongoDB's own limit; it also keeps every later walk over a document from exhausting the stack. */
const MAX_DEPTH = 100

const HALF_A_CHARACTER = /\p{Cs}/u

/** Names that reach an object's prototype when a path is followed; nothing of them is stored or asked for. */
const PROTOTYPE_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads what the SDK sends: canonical Extended JSON, into plain JavaScript values, because mingo does not compare
 * bson's wrappers. `db.serverDate()` becomes a date here.
 */
export function parseEjson(text: string, now: Date): Fields {
  const plain = parseEjsonValue(text, now)
  if (!isObject(plain)) throw new CloudError('INVALID_PARAM', 'Extended JSON of an object is expected.')
  return plain
}

/** As `parseEjson`, of any value: a stage of an aggregation may be a number or a text. */
export function parseEjsonValue(text: string, now: Date): unknown {
  assertNumbers(text)
  let parsed: unknown
  try {
    parsed = EJSON.parse(text, { relaxed: false })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CloudError('INVALID_PARAM', `The request holds no readable Extended JSON: ${reason}`, { cause })
  }
  return toPlain(parsed, now, 0)
}

/** A document as text: stored, and answered, as it is. Refuses what a computed update may not have made. */
export function stringifyDocument(document: Fields): string {
  try {
    const plain = toPlain(document, null, 0)
    // Most hold nothing that plain JSON does not, which is written many times as fast, and is the same then.
    return isJson(plain) ? JSON.stringify(plain) : EJSON.stringify(plain, { relaxed: true })
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new CloudError('DATABASE_REQUEST_FAILED', 'A document would be larger than 16 MB.', { cause })
  }
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isJson)
  return isObject(value) && Object.values(value).every(isJson)
}

/** Reads a stored document; most hold nothing that plain JSON does not. */
export function parseStored(text: string): Fields {
  return text.includes('{"$') ? parseEjson(text, new Date()) : (JSON.parse(text) as Fields)
}

/** A plain object, also one that structuredClone has made in another realm than ours, as under jest. */
export function isObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function toPlain(value: unknown, now: Date | null, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new CloudError('INVALID_PARAM', `Values are nested deeper than ${MAX_DEPTH}.`)
  if (typeof value === 'string') return checkText(value)
  if (typeof value !== 'object' || value === null) return checkNumber(value)
  if (value instanceof Int32 || value instanceof Double) return checkNumber(value.valueOf())
  if (value instanceof Long && !(value instanceof Timestamp)) return safeInteger(value.toString())
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof BSONRegExp) return createRegExp(value.pattern, value.options)
  if (value instanceof RegExp) return value
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new CloudError('INVALID_PARAM', 'A date is not valid.')
    return value
  }
  if (Array.isArray(value)) return value.map((item) => toPlain(item, now, depth + 1))
  if (!isObject(value)) throw new CloudError('INVALID_PARAM', 'A value has a type that is not supported.')
  if (now && '$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  // What is computed may be undefined, which to MongoDB is a field that is not there.
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.map(([name, field]) => [safeName(name), toPlain(field, now, depth + 1)]))
}

/** bson makes nought, or another number, of what is none. Within a text its quotes would have backslashes. */
function assertNumbers(text: string): void {
  for (const [form, type, digits = ''] of text.matchAll(/"\$number(Int|Double)"\s*:\s*"([^"]*)"/g)) {
    const number = digits === 'NaN' ? 0 : Number(digits || 'none')
    if (Number.isNaN(number) || (type === 'Int' && (number | 0) !== number))
      throw new CloudError(
        'INVALID_PARAM',
        `The request holds no readable Extended JSON: ${form.slice(0, 100)}`,
      )
  }
}

/** Half a character has no UTF-8, in which MongoDB keeps and compares texts. */
function checkText(text: string): string {
  if (!HALF_A_CHARACTER.test(text)) return text
  throw new CloudError('INVALID_PARAM', 'A text holds half a character.')
}

/** JavaScript's numbers hold integers exactly up to 2^53; the real database would keep what we would change. */
function checkNumber(value: unknown): unknown {
  const isInexact =
    Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 2 ** 63
  return isInexact ? safeInteger(String(value)) : value
}

function safeInteger(digits: string): number {
  const number = Number(digits)
  if (Number.isSafeInteger(number)) return number
  throw new CloudError('INVALID_PARAM', `${digits} is an integer beyond 2^53, which cannot be kept exactly.`)
}

function serverDate(options: unknown, now: Date): Date {
  const offset = isObject(options) ? options.offset : undefined
  return new Date(now.getTime() + (offset === undefined ? 0 : Number(offset)))
}

function safeName(name: string): string {
  if (!name.split('.').some((part) => PROTOTYPE_NAMES.has(part))) return name
  throw new CloudError('INVALID_PARAM', `The field name ${name.slice(0, 100)} is not allowed.`)
}
