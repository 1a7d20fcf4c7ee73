import { useRef, useState } from 'react'
import { AskError, type CallName, type Input, type Output, send } from '../ask'

/**
 * Has something changed by a button or a form, one thing at a time, and keeps why it could not be. The button stays as
 * it is meanwhile: one that is disabled loses the focus of whoever has pressed it.
 */
export function useSending() {
  const [isSending, setSending] = useState(false)
  const underWay = useRef(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** Null where it was refused, or where something is under way. */
  async function change<Name extends CallName>(
    name: Name,
    input: Input<Name>,
  ): Promise<{ answer: Output<Name> } | null> {
    if (underWay.current) return null
    underWay.current = true
    setSending(true)
    setProblem(null)
    try {
      return { answer: await send(name, input) }
    } catch (thrown) {
      setProblem(AskError.from(thrown).message)
      return null
    } finally {
      underWay.current = false
      setSending(false)
    }
  }

  return { isSending, problem, setProblem, change }
}
