import type { Key } from 'lmdb'
import type { IndexConfig } from '../../../config/database'
import type { Fields } from './ejson'
import { type Entries, entriesOf, keyName } from './index-key'

/** What becomes of a document's entries in one index. */
export type EntryChanges = {
  index: IndexConfig
  removed: Key[][]
  added: Key[][]
  /** How many documents more, or fewer, have which mark. */
  marks: ReadonlyMap<string, number>
}

const NONE: Entries = { keys: [], marks: [] }

/** From what a document was to what it becomes, null where it is not; an entry that stays is neither. */
export function entryChanges(index: IndexConfig, before: Fields | null, after: Fields | null): EntryChanges {
  const old = before ? entriesOf(before, index) : NONE
  const now = after ? entriesOf(after, index) : NONE
  const marks = new Map<string, number>()
  const count = (mark: string, change: 1 | -1) => void marks.set(mark, (marks.get(mark) ?? 0) + change)
  for (const mark of old.marks) count(mark, -1)
  for (const mark of now.marks) count(mark, 1)
  return { index, removed: without(old.keys, now.keys), added: without(now.keys, old.keys), marks }
}

function without(keys: Key[][], others: Key[][]): Key[][] {
  const known = new Set(others.map(keyName))
  return keys.filter((key) => !known.has(keyName(key)))
}
