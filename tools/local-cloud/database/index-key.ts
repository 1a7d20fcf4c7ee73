import { createHash } from 'node:crypto'
import { EJSON } from 'bson'
import type { Key } from 'lmdb'
import type { IndexConfig } from '../../../config/database'
import { CloudError } from '../cloud-error'
import { type Fields, isObject } from './ejson'
import { rankOf } from './values/compare-values'

/** Changes with what keys are made of, so that entries of an older make are made anew. */
export const KEY_FORMAT = 2

/** A key has about 1,900 bytes: so many characters of three bytes leave room for names and for the id. */
const MAX_TEXT = 256

/** Characters below the space part a key's values, so a key has none of them from a text. */
const CONTROL = /[^ -\uffff]/
const CUT = '\u001f'

/** What is not a number sorts before all numbers; a range of numbers does not meet it. */
const RANK_OF_NAN = 9

/** One field's part of a key: its type's place in MongoDB's order, and its value's place within the type. */
export type KeyPart = readonly [rank: number, value: number | string]

/** Of `value` in an index of so many fields. Equal values, and only they, have equal parts. */
export function keyPart(value: unknown, fieldCount: number): KeyPart {
  const rank = rankOf(value ?? null)
  if (typeof value === 'string') return [rank, textKey(value, fieldCount)]
  // Adding zero makes 0 of -0, which is the same to MongoDB.
  if (typeof value === 'number') return Number.isNaN(value) ? [RANK_OF_NAN, 0] : [rank, value + 0]
  if (typeof value === 'boolean') return [rank, Number(value)]
  if (value instanceof Date) return [rank, value.getTime()]
  return [rank, value === null || value === undefined ? 0 : digest(EJSON.stringify(value))]
}

/** Whether the order of keys is the order of values here: not for objects, arrays and long texts. */
export function isSortable(value: unknown, fieldCount: number): boolean {
  if (typeof value === 'string') return cutText(value, fieldCount) === value
  return typeof value !== 'object' || value === null || value instanceof Date
}

/** The value of a part read back; `undefined` where the part does not tell it, or whether it is null or missing. */
export function readPart(rank: Key | undefined, value: Key | undefined): unknown {
  if (typeof value === 'number' && rank === rankOf(0)) return value
  if (typeof value === 'string' && rank === rankOf('')) return value.includes(CUT) ? undefined : value
  if (rank === rankOf(true)) return value === 1
  if (typeof value === 'number' && rank === rankOf(new Date(0))) return new Date(value)
  return undefined
}

/** A document's entries in one index, and what they say about its fields: see `arrayMark` and `looseMark`. */
export type Entries = { keys: Key[][]; marks: string[] }

/** Some document has an array on the way to this field, so several entries, or elements that meet a query together. */
export const arrayMark = (field: string): string => `array ${field}`

/** Some document has an array within an array there, so that its elements are not those of the field either. */
export const nestedMark = (field: string): string => `nested ${field}`

/** Some document has a value in this field that its entry does not hold in order. */
export const looseMark = (field: string): string => `loose ${field}`

export function entriesOf(document: Fields, { fields }: IndexConfig): Entries {
  const marks = new Set<string>()
  const slots = fields.map(([field]) => ({ field, value: document, rest: field.split('.'), isInside: false }))
  const keys = new Map<string, Key[]>()
  for (const row of expand(slots, marks)) {
    const parts = row.flatMap((value) => keyPart(value, fields.length))
    keys.set(keyName(parts), parts)
    row.forEach((value, at) => {
      const field = fields[at]?.[0]
      if (field !== undefined && !isSortable(value, fields.length)) marks.add(looseMark(field))
    })
  }
  return { keys: [...keys.values()], marks: [...marks] }
}

/** Equal for equal keys only. */
export const keyName = (key: readonly Key[]): string => key.join(CUT)

/** A field on its way into the document; without a rest it has arrived. */
type Slot = { field: string; value: unknown; rest: readonly string[] | null; isInside: boolean }

/**
 * The values of the fields, one row an element where a path meets an array; fields of the same array stay together,
 * and two arrays in one document are refused, as in MongoDB.
 */
function expand(slots: readonly Slot[], marks: Set<string>): unknown[][] {
  const arrived = slots.map(advance)
  const [first, second] = [...new Map(arrived.filter(isAtArray).map((slot) => [slot.value, slot.field]))]
  if (!first) return [arrived.map(({ value }) => value)]
  if (second)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `cannot index parallel arrays [${second[1]}] [${first[1]}]`,
    )
  const items = first[0].length > 0 ? first[0] : [undefined]
  for (const { field, isInside } of arrived.filter(isAtArray))
    marks.add(isInside ? nestedMark(field) : arrayMark(field))
  return items.flatMap((item) =>
    expand(
      arrived.map((slot) => (isAtArray(slot) ? enter(slot, item) : slot)),
      marks,
    ),
  )
}

function advance(slot: Slot): Slot {
  let { value, rest } = slot
  while (rest && rest.length > 0 && !Array.isArray(value)) {
    const [name = '', ...further] = rest
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
    rest = further
  }
  return rest?.length === 0 && !Array.isArray(value)
    ? { ...slot, value, rest: null }
    : { ...slot, value, rest }
}

const isAtArray = (slot: Slot): slot is Slot & { value: unknown[] } =>
  slot.rest !== null && Array.isArray(slot.value)

/** An array within an array is a value of its own. */
const enter = (slot: Slot, item: unknown): Slot => ({
  ...slot,
  value: item,
  isInside: true,
  rest: slot.rest?.length === 0 ? null : slot.rest,
})

/** Sorts after every text and number, so it closes the range of keys that begin alike. */
const LAST = new Uint8Array([0xff])

export const endOf = (prefix: readonly Key[]): Key[] => [...prefix, LAST]

/** The text, or what can be kept of it in order and a digest of the whole, so that equal keys are equal texts. */
function textKey(text: string, fieldCount: number): string {
  const cut = cutText(text, fieldCount)
  return cut === text ? text : cut + CUT + digest(text)
}

function cutText(text: string, fieldCount: number): string {
  const control = text.search(CONTROL)
  const cut = text.slice(
    0,
    Math.min(control === -1 ? text.length : control, Math.floor(MAX_TEXT / fieldCount)),
  )
  // Half a character at the cut would be another one in the key.
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64').slice(0, 24)
