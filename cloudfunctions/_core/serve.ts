import * as v from 'valibot'
import type { Endpoint, EndpointOutput } from '#shared/endpoint'
import { AppError, type Reply } from '#shared/errors'
import { callerOpenid } from './wx'

/** What a use-case may know of its call, apart from its input. */
export type Context = {
  /** From the platform, never from the event; null for callers who are not signed in. */
  openid: string | null
  now: Date
}

type Handler = { endpoint: Endpoint; run: (input: unknown, context: Context) => Promise<unknown> }

export function handle<E extends Endpoint>(
  endpoint: E,
  run: (input: v.InferOutput<E['input']>, context: Context) => Promise<EndpointOutput<E>>,
): Handler {
  return { endpoint, run: run as Handler['run'] }
}

const CallSchema = v.object({ endpoint: v.string(), input: v.optional(v.unknown(), {}) })

/**
 * A cloud function's entry: finds the endpoint, checks what comes in and what goes out, and answers.
 * It never throws at its caller, and what it did not foresee stays in the server's log.
 */
export function serve(handlers: readonly Handler[]): (event: unknown) => Promise<Reply<unknown>> {
  const byName = new Map(handlers.map((handler) => [handler.endpoint.name, handler]))
  // An answer that a use-case keeps in memory is checked when it is first given, not on every call.
  const checked = new WeakSet<object>()

  async function answer(event: unknown): Promise<unknown> {
    const call = v.safeParse(CallSchema, event)
    if (!call.success) throw new AppError('INVALID_INPUT', 'The event names no endpoint.')
    const handler = byName.get(call.output.endpoint)
    if (!handler) throw new AppError('NOT_FOUND', 'There is no such endpoint.')

    const input = v.safeParse(handler.endpoint.input, call.output.input)
    if (!input.success) throw new AppError('INVALID_INPUT', describe(input.issues[0]))

    const output = await handler.run(input.output, { openid: callerOpenid(), now: new Date() })
    if (typeof output === 'object' && output !== null && !checked.has(output)) {
      v.assert(handler.endpoint.output, output)
      checked.add(output)
    }
    return output
  }

  return async (event) => {
    try {
      return { ok: true, data: await answer(event) }
    } catch (thrown) {
      const { code, message, cause } = AppError.from(thrown)
      if (code === 'INTERNAL') console.error(cause)
      return { ok: false, error: { code, message } }
    }
  }
}

/** Names the field and the fault; the value stays out, it may be anything of any length. */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  return path ? `The input's "${path.slice(0, 100)}" is not valid.` : 'The input is not valid.'
}
