import { useState } from 'react'
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
  run: (work: () => Promise<string>) => Promise<void>
  forget: () => void
}

/** Acts of a page and what came of them. `own` says what a code means on this page, where that is more than usual. */
export function useAct(language: Language, own: Partial<Record<ErrorCode, string>> = {}): Act {
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState({ said: '', isTrouble: false })

  async function run(work: () => Promise<string>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    setOutcome({ said: '', isTrouble: false })
    try {
      setOutcome({ said: await work(), isTrouble: false })
    } catch (thrown) {
      const { code } = AppError.from(thrown)
      setOutcome({ said: own[code] ?? troubleWordsIn(language).acts[code], isTrouble: true })
    }
    setBusy(false)
  }
  return { isBusy, ...outcome, run, forget: () => setOutcome({ said: '', isTrouble: false }) }
}
