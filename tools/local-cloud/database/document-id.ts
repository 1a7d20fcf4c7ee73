import { randomBytes } from 'node:crypto'
import { CloudError } from '../cloud-error'

/** An id is part of each of its document's keys, which have about 1,900 bytes of UTF-8: no halves of characters. */
const ID = /^[^\p{Cc}\p{Cs}]{1,256}$/u

export function isDocumentId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

export function assertDocumentId(value: unknown): asserts value is string {
  if (!isDocumentId(value))
    throw new CloudError('INVALID_PARAM', 'A document needs a text of 1 to 256 characters as its _id.')
}

let last = 0

/** 32 hexadecimal digits, as the cloud's; rising, so that documents without an order come as they were added. */
export function createDocumentId(now: Date): string {
  last = Math.max(last + 1, now.getTime() * 4096)
  return last.toString(16).padStart(16, '0') + randomBytes(8).toString('hex')
}
