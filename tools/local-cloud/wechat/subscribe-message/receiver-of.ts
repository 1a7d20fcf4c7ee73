import type { OpenApiForm } from '../open-api/open-api-forms'
import { SEND } from './send-subscribe-message'

/** Whom a call sends a message; null where it sends none, or not as it should. */
export function receiverOf(request: Record<string, unknown>, form: OpenApiForm): string | null {
  try {
    const { api, params } = form.read(request)
    const { touser } = api === SEND ? params() : {}
    return typeof touser === 'string' ? touser : null
  } catch {
    // The action itself says what is wrong.
    return null
  }
}
