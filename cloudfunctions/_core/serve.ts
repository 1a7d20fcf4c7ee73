import * as v from 'valibot'
import type { Endpoint, EndpointOutput } from '#shared/endpoint'
import { AppError, type Reply } from '#shared/errors'
import { wellFormed } from './well-formed'
import { callerOpenid } from './wx'

/** What a use-case may know of its call, apart from its input. */
export type Context = {
  /** From the platform, never from the event; null for callers who are not signed in. */
  openid: string | null
  now: Date
}

/** One endpoint and what it runs; `C` is what that may know of its call. */
export type Handler<C = Context> = {
  endpoint: Endpoint
  run: (input: unknown, context: C) => Promise<unknown>
}

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
  const answer = answerFrom(handlers)
  return (event) => replyWith(() => answer(event, { openid: callerOpenid(), now: new Date() }))
}

/** Finds the endpoint that an event names, checks what comes in and what goes out. */
export function answerFrom<C>(
  handlers: readonly Handler<C>[],
): (event: unknown, context: C) => Promise<unknown> {
  const byName = new Map(handlers.map((handler) => [handler.endpoint.name, handler]))
  // An answer that a use-case keeps in memory is checked when it is first given, not on every call.
  const checked = new WeakSet<object>()

  return async (event, context) => {
    const call = v.safeParse(CallSchema, event)
    if (!call.success) throw new AppError('INVALID_INPUT', 'The event names no endpoint.')
    const handler = byName.get(call.output.endpoint)
    if (!handler) throw new AppError('NOT_FOUND', 'There is no such endpoint.')

    const input = v.safeParse(handler.endpoint.input, call.output.input)
    if (!input.success) throw new AppError('INVALID_INPUT', describe(input.issues[0]))

    const output = await handler.run(wellFormed(input.output), context)
    if (typeof output === 'object' && output !== null && !checked.has(output)) {
      v.assert(handler.endpoint.output, output)
      checked.add(output)
    }
    return output
  }
}

/** The name of the endpoint that an event is for; null where it names none. */
export function endpointNamed(event: unknown): string | null {
  const call = v.safeParse(CallSchema, event)
  return call.success ? call.output.endpoint : null
}

/** What a caller gets: the answer, or an error's code. What was not foreseen stays in the server's log. */
export async function replyWith(answer: () => Promise<unknown>): Promise<Reply<unknown>> {
  try {
    return { ok: true, data: await answer() }
  } catch (thrown) {
    const { code, message, cause } = AppError.from(thrown)
    if (code === 'INTERNAL') console.error(cause)
    return { ok: false, error: { code, message } }
  }
}

/** Names the field and the fault; the value stays out, it may be anything of any length. */
function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  return path ? `The input's "${path.slice(0, 100)}" is not valid.` : 'The input is not valid.'
}
