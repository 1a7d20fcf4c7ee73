import type { Action, Actions } from '../../admin/action'
import { nextTurn } from '../next-turn'
import { type OpenApiForm, openApiForms, refusal } from '../open-api/open-api-forms'
import { WeChatError } from '../wechat-error'
import { receiverOf } from './receiver-of'

/**
 * WeChat takes one message for a reader at a time and refuses a second one meanwhile. A send lasts until its answer
 * leaves, whatever holds that up; so this stands around all that may, faults on demand included.
 */
export class OneSendAtATime {
  readonly #ends = new Map<string, Promise<void>>()

  guard(actions: Actions): Actions {
    const guarded = Object.entries(openApiForms).flatMap(([name, form]) => {
      const action = actions[name]
      return action ? [[name, this.#guard(action, form)] as const] : []
    })
    return { ...actions, ...Object.fromEntries(guarded) }
  }

  /** Resolves when the send to this reader that is under way has been answered; at once where there is none. */
  async answered(openid: string): Promise<void> {
    await this.#ends.get(openid)
  }

  #guard(action: Action, form: OpenApiForm): Action {
    return async (request, caller) => {
      const receiver = receiverOf(request, form)
      if (receiver === null) return action(request, caller)
      if (this.#ends.has(receiver)) return form.write(refusal(new WeChatError(43108)))
      const end = this.#begin(receiver)
      try {
        // Two that were sent at once are read one after the other: the second has to find the first under way.
        await nextTurn()
        await nextTurn()
        return await action(request, caller)
      } finally {
        end()
      }
    }
  }

  #begin(receiver: string): () => void {
    let resolve = () => {}
    const end = new Promise<void>((whenEnded) => {
      resolve = whenEnded
    })
    this.#ends.set(receiver, end)
    return () => {
      this.#ends.delete(receiver)
      // The answer is written before anything else is begun.
      setImmediate(resolve)
    }
  }
}
