import { useRef, useState } from 'react'
import { AppError, type ErrorCode } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { troubleWordsIn } from './words-trouble'

export type Act = {
  /** Whether an answer is awaited. */
  isBusy: boolean
  /** What came of the last one, in words; '' where nothing is to be said. */
  said: string
  isTrouble: boolean
  /** Does one thing at a time: what is asked for meanwhile is not done. `work` answers what is to be said. */
  run: (work: () => Promise<string | { trouble: string }>) => Promise<void>
}

/** Acts of a page and what came of them. `own` says what a code means on this page, where that is more than usual. */
export function useAct(language: Language, own: Partial<Record<ErrorCode, string>> = {}): Act {
  const [isBusy, setBusy] = useState(false)
  // A second tap may come before the first one is drawn.
  const isUnderWay = useRef(false)
  const [outcome, setOutcome] = useState({ said: '', isTrouble: false })

  async function run(work: () => Promise<string | { trouble: string }>): Promise<void> {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setBusy(true)
    setOutcome({ said: '', isTrouble: false })
    try {
      const done = await work()
      if (typeof done === 'string') setOutcome({ said: done, isTrouble: false })
      else setOutcome({ said: done.trouble, isTrouble: true })
    } catch (thrown) {
      const { code } = AppError.from(thrown)
      setOutcome({ said: own[code] ?? troubleWordsIn(language).acts[code], isTrouble: true })
    }
    isUnderWay.current = false
    setBusy(false)
  }
  return { isBusy, ...outcome, run }
}
