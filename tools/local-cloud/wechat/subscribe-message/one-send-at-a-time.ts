import type { Action, Actions } from '../../admin/action'
import { type OpenApiForm, openApiForms, refusal } from '../open-api/open-api-forms'
import { WeChatError } from '../wechat-error'
import { SEND } from './send-subscribe-message'

/**
 * WeChat takes one message for a reader at a time and refuses a second one meanwhile. A send lasts until its answer
 * leaves, whatever holds that up; so this stands around all that may, faults on demand included.
 */
export function oneSendAtATime(actions: Actions): Actions {
  const underWay = new Set<string>()
  const guarded = Object.entries(openApiForms).flatMap(([name, form]) => {
    const action = actions[name]
    return action ? [[name, guard(action, form, underWay)] as const] : []
  })
  return { ...actions, ...Object.fromEntries(guarded) }
}

function guard(action: Action, form: OpenApiForm, underWay: Set<string>): Action {
  return async (request, caller) => {
    const receiver = receiverOf(request, form)
    if (receiver === null) return action(request, caller)
    if (underWay.has(receiver)) return form.write(refusal(new WeChatError(43108)))
    underWay.add(receiver)
    try {
      return await action(request, caller)
    } finally {
      underWay.delete(receiver)
    }
  }
}

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
