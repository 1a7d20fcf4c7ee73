import type * as v from 'valibot'
import type { Refusal } from '../call-door'
import type { InspectorCalls } from '../inspector-doors'

type Of<Name extends keyof InspectorCalls> = InspectorCalls[Name]

export type CallName = keyof InspectorCalls
export type Input<Name extends CallName> = v.InferInput<Of<Name>['input']>
export type Output<Name extends CallName> = Awaited<ReturnType<Of<Name>['answer']>>

/** What the local cloud says where it does not do what was asked, or that it said nothing. */
export class AskError extends Error {
  readonly code: string

  constructor({ code, message }: Refusal['error']) {
    super(message)
    this.name = 'AskError'
    this.code = code
  }

  /** Whatever went wrong, as something that can be shown. */
  static from(thrown: unknown): AskError {
    if (thrown instanceof AskError) return thrown
    return new AskError({ code: 'PAGE_FAILED', message: String(thrown) })
  }
}

/** Reads what stands at an address; its input is texts. */
export function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) if (value !== undefined) search.set(key, String(value))
  return answerOf(`${API}${name}?${search}`)
}

/** Has something changed. */
export function send<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  return answerOf(`${API}${name}`, { method: 'POST', body: JSON.stringify(input) })
}

/** Hands over a file as it is; there is nothing to be answered. */
export async function sendFile(address: string, file: Blob): Promise<void> {
  await answerOf(address, { method: 'POST', body: file })
}

const API = '/_cloud/api/'

async function answerOf<O>(address: string, options: RequestInit = {}): Promise<O> {
  const response = await fetch(address, options).catch(() => null)
  const answer: unknown = await response?.json().catch(() => null)
  if (response?.ok) return answer as O
  const refusal = answer as Refusal | null | undefined
  throw new AskError(refusal?.error ?? { code: 'NO_ANSWER', message: 'The local cloud does not answer.' })
}
