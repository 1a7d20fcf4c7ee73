import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '#cloud/call'
import {
  extendListing,
  type IssueListing,
  refreshListing,
  startListing,
  withoutIssues,
} from '#cloud/issue-listing'
import type { KeptValue } from '#cloud/kept-value'
import type { EndpointInput } from '#shared/endpoint'
import { type IssueSummary, listIssues } from '#shared/issues/endpoints'
import { keptPage, withdrawnIssues } from './phone'

type Question = 'refresh' | 'extend'
type Answer = (listing: IssueListing) => Promise<IssueListing>

/** The list of all issues, or of one series, as the page shows it. One question at a time: a second one meanwhile is dropped. */
export function useIssueListing(seriesId?: string) {
  const kept = useMemo(() => (seriesId === undefined ? keptPage : keptOf(seriesId)), [seriesId])
  const list = useCallback(
    (input: EndpointInput<typeof listIssues>) => call(listIssues, { ...input, seriesId }),
    [seriesId],
  )
  const [listing, setListing] = useState(() => startListing(kept))
  const [asking, setAsking] = useState<Question | null>('refresh')
  const latest = useRef(listing)
  const running = useRef(false)

  const show = useCallback((shown: IssueListing) => {
    latest.current = shown
    setListing(shown)
  }, [])

  const ask = useCallback(
    async (question: Question, answer: Answer) => {
      if (running.current) return
      running.current = true
      setAsking(question)
      show(await answer(latest.current))
      setAsking(null)
      running.current = false
    },
    [show],
  )

  const refresh = useCallback(
    () =>
      ask('refresh', async (before) => {
        // Those of other series are still in the list behind.
        if (seriesId === undefined) withdrawnIssues.clear()
        return refreshListing(before, kept, list)
      }),
    [ask, seriesId, kept, list],
  )
  const extend = useCallback(async () => {
    if (latest.current.next !== null) await ask('extend', (before) => extendListing(before, list))
  }, [ask, list])
  const forgetWithdrawn = useCallback(() => show(withoutIssues(latest.current, withdrawnIssues)), [show])

  useEffect(() => {
    refresh()
  }, [refresh])

  return { listing, asking, refresh, extend, forgetWithdrawn }
}

/** What the list of all issues has of a series; its own list is not kept. */
function keptOf(seriesId: string): KeptValue<IssueSummary[]> {
  return {
    get() {
      const issues = keptPage.get()?.filter((issue) => issue.seriesId === seriesId)
      return issues?.length ? issues : null
    },
    set() {},
    remove() {},
  }
}
