import { useCallback, useEffect, useState } from 'react'
import { call } from '#cloud/call'
import { finishReading, startReading } from '#cloud/issue-reading'
import { issueStore, knownCodes } from '#reader/phone'
import { posterCode } from '#shared/codes/poster-endpoints'
import { AppError, type ErrorCode } from '#shared/errors'
import { getIssue } from '#shared/issues/endpoints'
import type { Issue } from '#shared/newsletter/issue'

/** `code` is the picture that leads to the issue, as a data URL: without it there is no poster. */
export type PosterParts =
  | { state: 'loading' }
  | { state: 'ready'; issue: Issue; code: string }
  | { state: 'absent' }
  | { state: 'failed'; code: ErrorCode }

export function usePosterParts(id: string | null): {
  parts: PosterParts
  retry: () => void
  fail: () => void
} {
  const [parts, setParts] = useState<PosterParts>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt asks anew.
  useEffect(() => {
    let left = false
    askFor(id).then((asked) => {
      if (!left) setParts(asked)
    })
    return () => {
      left = true
    }
  }, [id, attempt])

  const retry = useCallback(() => {
    setParts({ state: 'loading' })
    setAttempt((times) => times + 1)
  }, [])
  const fail = useCallback(() => setParts({ state: 'failed', code: 'INTERNAL' }), [])
  return { parts, retry, fail }
}

async function askFor(id: string | null): Promise<PosterParts> {
  if (id === null) return { state: 'absent' }
  try {
    const start = startReading(id, issueStore)
    const [reading, { picture }] = await Promise.all([
      start.state === 'shown'
        ? start
        : finishReading(id, start, issueStore, (input) => call(getIssue, input)),
      call(posterCode, { issueId: id, cameBy: knownCodes.latest() }),
    ])
    if (reading.state === 'shown') return { state: 'ready', issue: reading.issue, code: picture }
    return reading.state === 'failed' ? reading : { state: 'absent' }
  } catch (thrown) {
    const { code } = AppError.from(thrown)
    return code === 'NOT_FOUND' ? { state: 'absent' } : { state: 'failed', code }
  }
}
