import * as v from 'valibot'
import { WebAddressSchema } from '#shared/newsletter/issue'

/** A web address as people type it, as the model takes it; null for any other kind of link. */
export function typedAddress(typed: string): string | null {
  const trimmed = typed.trim()
  const address = /^www\./i.test(trimmed) ? `http://${trimmed}` : trimmed
  return v.is(WebAddressSchema, address) ? address : null
}
