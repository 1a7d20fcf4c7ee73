import { useState } from 'react'
import { AskError, type CallName, type Input, type Output, send } from '../ask'

/** Has something changed by a button or a form, and keeps why it could not be. */
export function useSending() {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** Null where it was refused. */
  async function change<Name extends CallName>(
    name: Name,
    input: Input<Name>,
  ): Promise<{ answer: Output<Name> } | null> {
    setSending(true)
    setProblem(null)
    try {
      return { answer: await send(name, input) }
    } catch (thrown) {
      setProblem(AskError.from(thrown).message)
      return null
    } finally {
      setSending(false)
    }
  }

  return { isSending, problem, setProblem, change }
}
