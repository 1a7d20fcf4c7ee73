import { useCallback, useEffect, useState } from 'react'
import { call } from '#cloud/call'
import { finishReading, type IssueReading, startReading } from '#cloud/issue-reading'
import { countReading } from '#reader/count-reading'
import { issueStore, keptPage, openedIssues, withdrawnIssues } from '#reader/phone'
import { getIssue } from '#shared/issues/endpoints'

/** The issue as the page shows it: the phone's copy at once, the cloud's text when it arrives. */
export function useIssue(id: string | null): { reading: IssueReading; retry: () => void } {
  const [reading, setReading] = useState<IssueReading>(() =>
    id === null ? { state: 'absent' } : startReading(id, issueStore),
  )
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt asks anew.
  useEffect(() => {
    if (id === null) return
    let left = false
    const start = startReading(id, issueStore)
    finishReading(id, start, issueStore, (input) => call(getIssue, input)).then((finished) => {
      if (left) return
      if (finished.state === 'shown') {
        openedIssues.add(id)
        countReading(id)
      }
      if (finished.state === 'absent') forgetListed(id)
      setReading(finished)
    })
    return () => {
      left = true
    }
  }, [id, attempt])

  const retry = useCallback(() => {
    setReading((before) => (before.state === 'failed' ? { state: 'loading' } : before))
    setAttempt((times) => times + 1)
  }, [])
  return { reading, retry }
}

/** What was withdrawn is not to be read in the list either: neither in the one behind this page, nor after a restart. */
function forgetListed(id: string): void {
  withdrawnIssues.add(id)
  const page = keptPage.get()
  if (page) keptPage.set(page.filter((issue) => issue.id !== id))
}
