import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** Where LMDB keeps what it says of itself, at the head of each of its first two pages. */
const META = { magic: 24, pageSize: 48, lastPage: 144, bytes: 152 }
const MAGIC = 0xbeefc0de

/**
 * Whether a file is LMDB's and as long as it says, or not there yet. LMDB maps the file into memory without asking,
 * and a foreign or shortened one then ends the whole process.
 */
export function isWholeDatabase(file: string): boolean {
  if (!existsSync(file)) return true
  const descriptor = openSync(file, 'r')
  try {
    const first = readMeta(descriptor, 0)
    const pageSize = first?.readUInt32LE(META.pageSize) ?? 0
    const second = pageSize >= META.bytes ? readMeta(descriptor, pageSize) : null
    if (!first || !second) return false
    const pages = [first, second].map((meta) => meta.readBigUInt64LE(META.lastPage) + 1n)
    return pages.every((count) => count * BigInt(pageSize) <= fstatSync(descriptor).size)
  } finally {
    closeSync(descriptor)
  }
}

function readMeta(descriptor: number, position: number): Buffer | null {
  const meta = Buffer.alloc(META.bytes)
  const length = readSync(descriptor, meta, 0, META.bytes, position)
  return length === META.bytes && meta.readUInt32LE(META.magic) === MAGIC ? meta : null
}
