import { createHash } from 'node:crypto'
import { EJSON } from 'bson'
import type { Key } from 'lmdb'
import type { IndexConfig } from '../../../config/database'
import { type Fields, isObject } from './ejson'

/** A value whose place among index keys is its place in MongoDB's order. */
export type Scalar = null | boolean | number | string | Date

/** MongoDB's order of types, as the first half of each value's key. */
const RANK = { null: 5, number: 10, string: 15, boolean: 40, date: 45, digest: 60 }

/** A key has about 1,900 bytes: so many characters of three bytes leave room for names and for the id. */
const MAX_TEXT = 256

/** Control characters part a key's values; beyond the basic plane a key sorts by code point, but mingo by halves. */
const UNSORTABLE = /[\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]/u

export function isScalar(value: unknown): value is Scalar {
  if (typeof value === 'string') return value.length <= MAX_TEXT && !UNSORTABLE.test(value)
  if (typeof value === 'number') return Number.isFinite(value)
  return value === null || typeof value === 'boolean' || value instanceof Date
}

export function scalarKey(value: Scalar): [rank: number, value: number | string] {
  if (value === null) return [RANK.null, 0]
  // Adding zero makes 0 of -0, which is the same to MongoDB.
  if (typeof value === 'number') return [RANK.number, value + 0]
  if (typeof value === 'string') return [RANK.string, value]
  if (typeof value === 'boolean') return [RANK.boolean, Number(value)]
  return [RANK.date, value.getTime()]
}

/** What a document's entries in one index are; they are inexact where a value is no scalar. */
export type Entries = { keys: Key[][]; isExact: boolean }

export function entriesOf(document: Fields, index: IndexConfig): Entries {
  const values = index.fields.map(([field]) => valuesAt(document, field.split('.')))
  const combinations = values.reduce<unknown[][]>(
    (started, alternatives) =>
      started.flatMap((some) => alternatives.map((value) => [...some, value ?? null])),
    [[]],
  )
  const distinct = new Map(combinations.map((combination) => [EJSON.stringify(combination), combination]))
  return {
    keys: [...distinct.values()].map((some) =>
      areScalars(some) ? some.flatMap(scalarKey) : digestKey(some),
    ),
    isExact: combinations.every(areScalars) && !index.fields.some(([field]) => meetsArray(document, field)),
  }
}

/** The key of a value read back; null and a missing field share one, so it does not tell which. */
export function scalarOf(rank: Key | undefined, value: Key | undefined): Scalar | undefined {
  if (rank === RANK.number || rank === RANK.string) return value as number | string
  if (rank === RANK.boolean) return value === 1
  if (rank === RANK.date) return new Date(value as number)
  return undefined
}

/** Sorts after every text and number, so it closes the range of keys that begin alike. */
const LAST = new Uint8Array([0xff])

export const endOf = (prefix: Key[]): Key[] => [...prefix, LAST]
export const rankOf = (value: Scalar): number => scalarKey(value)[0]

/** All values at a path: those of every element where it meets an array, as MongoDB's indexes have it. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path
  if (Array.isArray(value)) {
    const inside = value.flatMap((item) =>
      name === undefined ? [item] : isObject(item) ? valuesAt(item, path) : [],
    )
    return inside.length > 0 ? inside : [null]
  }
  if (name === undefined) return [value]
  return isObject(value) ? valuesAt(value[name], rest) : [null]
}

function meetsArray(document: Fields, field: string): boolean {
  let value: unknown = document
  return field.split('.').some((name) => {
    value = isObject(value) ? value[name] : undefined
    return Array.isArray(value)
  })
}

function areScalars(values: readonly unknown[]): values is Scalar[] {
  const text = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
  return text <= MAX_TEXT && values.every(isScalar)
}

/** Stands for values of any kind and length where only equality counts: in a unique index. */
function digestKey(values: readonly unknown[]): Key[] {
  return [RANK.digest, createHash('sha256').update(EJSON.stringify(values)).digest('base64')]
}
