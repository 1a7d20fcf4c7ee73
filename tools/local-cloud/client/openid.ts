import * as v from 'valibot'
import { CloudError } from '../cloud-error'

/** A local identity is a short name. The SDK makes a number of digits alone, so only those that stay themselves. */
export const OpenidSchema = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/),
  v.check((name) => !/^-?\d+$/.test(name) || String(Number.parseInt(name, 10)) === name),
)

export function isOpenid(value: unknown): value is string {
  return v.is(OpenidSchema, value)
}

/** Who a phone says it is, in its header. */
export function parseOpenid(header: string): string {
  if (isOpenid(header)) return header
  throw new CloudError('INVALID_PARAM', 'The local openid is not valid.')
}
