import type { Key } from 'lmdb'
import { toBufferKey } from 'ordered-binary'

/** LMDB's own order, which is that of the bytes: lmdb's `compareKeys` has texts in the order of their UTF-16. */
export const compareKeys = (one: Key, other: Key): number =>
  Buffer.compare(toBufferKey(one), toBufferKey(other))
