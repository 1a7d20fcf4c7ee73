import { crc32 } from 'node:zlib'

/** How a table keeps its values: as text, `string` as it is and `json` of any plain value. */
export type Encoding = 'json' | 'string'

const CHECKSUM_BYTES = 4

/**
 * Each value lies behind a checksum of its own, so that what a broken disk, or a hand in the file, has changed is
 * never answered as if it had been stored.
 */
export function storedValues<V>(encoding: Encoding) {
  return {
    needsStableBuffer: true,
    encode(value: V): Buffer {
      const text = encoding === 'string' ? String(value) : JSON.stringify(value)
      const bytes = Buffer.allocUnsafe(CHECKSUM_BYTES + Buffer.byteLength(text))
      bytes.write(text, CHECKSUM_BYTES)
      bytes.writeUInt32LE(crc32(bytes.subarray(CHECKSUM_BYTES)))
      return bytes
    },
    decode(stored: Uint8Array): V {
      const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
      const value = bytes.subarray(CHECKSUM_BYTES)
      if (bytes.length < CHECKSUM_BYTES || bytes.readUInt32LE() !== crc32(value))
        throw new Error('A stored value is damaged.')
      return (encoding === 'string' ? value.toString() : JSON.parse(value.toString())) as V
    },
  }
}
