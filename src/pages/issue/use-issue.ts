import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#cloud/call'
import { type CodeReading, finishCodeReading } from '#cloud/code-reading'
import { finishReading, type Get, type IssueReading, startReading } from '#cloud/issue-reading'
import { type PageParams, tokenOf } from '#reader/arrival'
import { countReading } from '#reader/count-reading'
import { goToTarget } from '#reader/go-to-target'
import { issueStore, keptPage, knownCodes, openedIssues, withdrawnIssues } from '#reader/phone'
import { isSinglePage } from '#reader/platform'
import type { Target } from '#shared/codes/target'
import { getIssue } from '#shared/issues/endpoints'
import { issueIdOf } from '#shared/newsletter/issue-address'

/** `token`: of the code that leads to it, null where its scene is none. `id`: of a code, what it led to last. */
type Opening = { id: string | null; token?: string | null | undefined }

type OpenedIssue = {
  reading: IssueReading
  /** Where the code leads now that led to this issue before; null: nowhere. */
  moved: Target | null | undefined
  retry: () => void
}

const get: Get = (input) => call(getIssue, input)

/** The issue as the page shows it: the phone's copy at once, the cloud's text when it arrives. */
export function useIssue(params: PageParams): OpenedIssue {
  const [first] = useState(() => openingOf(params))
  const opening = useRef(first)
  const [reading, setReading] = useState<IssueReading>(() =>
    first.id === null && first.token === undefined ? { state: 'absent' } : startOf(first.id),
  )
  const [moved, setMoved] = useState<Target | null>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt asks anew.
  useEffect(() => {
    const { id, token } = opening.current
    const lead = (target: Target | null) =>
      isSinglePage ? setReading({ state: 'failed', code: 'NOT_FOUND' }) : goToTarget(target)
    if (token === null) lead(null)
    if (!token && id === null) return
    let left = false
    ask({ id, token }).then(({ reading: finished, target }) => {
      if (token && target !== undefined) knownCodes.learn(token, target)
      if (left) return
      const read = finished.state === 'shown' ? finished.issue.id : null
      if (read !== null) {
        openedIssues.add(read)
        countReading(read)
      }
      if (finished.state === 'absent' && id !== null) forgetListed(id)
      if (target === undefined) return setReading(finished)
      // What the code means is known now: what is asked again is the issue.
      opening.current = { id: read }
      if (read === null) {
        setReading({ state: 'loading' })
        lead(target)
        return
      }
      setReading(finished)
      if (isSinglePage) return
      if (target?.kind !== 'issue' || target.issueId !== read) setMoved(target)
    })
    return () => {
      left = true
    }
  }, [attempt])

  const retry = useCallback(() => {
    setReading((before) => (before.state === 'failed' ? { state: 'loading' } : before))
    setAttempt((times) => times + 1)
  }, [])
  return { reading, moved, retry }
}

function openingOf({ id, scene }: PageParams): Opening {
  const named = issueIdOf({ id })
  if (named !== null || scene === undefined) return { id: named }
  const token = tokenOf(scene)
  const last = token === null ? null : knownCodes.get(token)
  return { id: last?.kind === 'issue' ? last.issueId : null, token }
}

function startOf(id: string | null): IssueReading {
  return id === null ? { state: 'loading' } : startReading(id, issueStore)
}

function ask({ id, token }: Opening): Promise<CodeReading> {
  const start = startOf(id)
  if (token) return finishCodeReading(token, knownCodes.get(token) === undefined, start, issueStore, get)
  return finishReading(id ?? '', start, issueStore, get).then((reading) => ({ reading }))
}

/** What was withdrawn is not to be read in the list either: neither in the one behind this page, nor after a restart. */
function forgetListed(id: string): void {
  withdrawnIssues.add(id)
  const page = keptPage.get()
  if (page) keptPage.set(page.filter((issue) => issue.id !== id))
}
