import * as v from 'valibot'
import { WebAddressSchema } from '#shared/newsletter/issue'

/** The address as the model takes it; null where it is none that a browser may open. */
export function webAddress(href: string): string | null {
  const trimmed = href.trim()
  const address = /^www\./iu.test(trimmed) ? `http://${trimmed}` : trimmed
  return v.is(WebAddressSchema, address) ? address : null
}
