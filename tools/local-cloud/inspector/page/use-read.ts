import { useCallback, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../changes'
import type { Refusal } from '../call-door'
import { AskError, ask, type CallName, type Input, type Output } from './ask'
import { useChanges } from './live'

export type Reading<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Refusal['error'] }
  | { state: 'shown'; data: T }

/**
 * What the local cloud answers, asked again whenever it may have become different. What is shown stays until there is
 * something else, so nothing flickers; an answer that is the same text changes nothing at all.
 */
export function useRead<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  topics: readonly Topic[],
): Reading<Output<Name>> {
  const [reading, setReading] = useState<Reading<Output<Name>>>({ state: 'loading' })
  const question = JSON.stringify(input)
  const shown = useRef({ question: '', answer: '' })
  const asking = useRef({ isUnderWay: false, isAskedAgain: false, question })

  const load = useCallback(async () => {
    const state = asking.current
    if (state.isUnderWay) {
      state.isAskedAgain = true
      return
    }
    state.isUnderWay = true
    do {
      state.isAskedAgain = false
      const asked = state.question
      const next = await readingOf(name, JSON.parse(asked) as Input<Name>)
      // Whoever looks may have moved on meanwhile; the next round asks what they look at now.
      if (asked === state.question) show(asked, next)
    } while (state.isAskedAgain)
    state.isUnderWay = false

    function show(asked: string, next: Reading<Output<Name>>): void {
      const answer = JSON.stringify(next)
      if (shown.current.question === asked && shown.current.answer === answer) return
      shown.current = { question: asked, answer }
      setReading(next)
    }
  }, [name])

  useEffect(() => {
    asking.current.question = question
    shown.current = { question: '', answer: '' }
    void load()
  }, [question, load])

  useChanges(topics, load)
  return reading
}

async function readingOf<Name extends CallName>(
  name: Name,
  input: Input<Name>,
): Promise<Reading<Output<Name>>> {
  try {
    return { state: 'shown', data: await ask(name, input) }
  } catch (thrown) {
    const { code, message } = AskError.from(thrown)
    return { state: 'failed', error: { code, message } }
  }
}
