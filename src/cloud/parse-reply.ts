import * as v from 'valibot'
import type { Endpoint, EndpointOutput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'

const knownCodes: Record<ErrorCode, true> = {
  INVALID_INPUT: true,
  NOT_SIGNED_IN: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  CONFLICT: true,
  OFFLINE: true,
  INTERNAL: true,
}
const ErrorSchema = v.object({ code: v.string(), message: v.string() })
const ReplySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: ErrorSchema }),
])

/** What a function answered, as the endpoint promises it; anything else is thrown as an AppError. */
export function parseReply<E extends Endpoint>(endpoint: E, reply: unknown): EndpointOutput<E> {
  const parsed = v.safeParse(ReplySchema, reply)
  if (!parsed.success) throw new AppError('INTERNAL', `${endpoint.name} gave no reply.`)
  if (!parsed.output.ok) {
    const { code, message } = parsed.output.error
    throw new AppError(isKnown(code) ? code : 'INTERNAL', message)
  }
  const data = v.safeParse(endpoint.output, parsed.output.data)
  if (!data.success) throw new AppError('INTERNAL', `${endpoint.name} answered in an unknown form.`)
  return data.output as EndpointOutput<E>
}

/** A newer server may know codes that this client does not. (Old phones know no Object.hasOwn.) */
function isKnown(code: string): code is ErrorCode {
  return Object.keys(knownCodes).includes(code)
}
