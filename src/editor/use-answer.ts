import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError, type ErrorCode } from '#shared/errors'

/** What the cloud was asked for, as a page shows it. */
export type Answer<T> =
  | { state: 'loading' }
  /** `trouble` says why it may not be the newest. */
  | { state: 'shown'; value: T; trouble: ErrorCode | null }
  | { state: 'failed'; code: ErrorCode }

export type AnswerInHand<T> = {
  answer: Answer<T>
  /** Asks again; what is shown stays meanwhile. */
  refresh: () => Promise<void>
  /** Shows what an act has answered. */
  show: (value: T) => void
}

/** Asks when the page opens, and again whenever it comes back to the front. `ask` is the same until it asks for something else. */
export function useAnswer<T>(ask: () => Promise<T>): AnswerInHand<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' })
  // An answer that comes after a later question, or after an act, is out of date.
  const question = useRef(0)

  const refresh = useCallback(async () => {
    question.current += 1
    const own = question.current
    const next = await answerOf(ask)
    if (own !== question.current) return
    setAnswer((before) =>
      next.state === 'failed' && before.state === 'shown' ? { ...before, trouble: next.code } : next,
    )
  }, [ask])

  const show = useCallback((value: T) => {
    question.current += 1
    setAnswer({ state: 'shown', value, trouble: null })
  }, [])

  useEffect(() => {
    refresh()
    return () => {
      question.current += 1
    }
  }, [refresh])
  const latest = useRef(answer)
  latest.current = answer
  useDidShow(() => {
    // When the page opens, it has just asked.
    if (latest.current.state !== 'loading') refresh()
  })
  return { answer, refresh, show }
}

async function answerOf<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { state: 'shown', value: await ask(), trouble: null }
  } catch (thrown) {
    return { state: 'failed', code: AppError.from(thrown).code }
  }
}
