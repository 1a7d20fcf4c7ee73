import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#cloud/call'
import {
  extendListing,
  type IssueListing,
  refreshListing,
  startListing,
  withoutIssues,
} from '#cloud/issue-listing'
import { keptPage, withdrawnIssues } from '#reader/phone'
import type { EndpointInput } from '#shared/endpoint'
import { listIssues } from '#shared/issues/endpoints'

const list = (input: EndpointInput<typeof listIssues>) => call(listIssues, input)

type Question = 'refresh' | 'extend'
type Answer = (listing: IssueListing) => Promise<IssueListing>

/** The list as the page shows it. One question at a time: a second one meanwhile is dropped. */
export function useIssueListing() {
  const [listing, setListing] = useState(() => startListing(keptPage))
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
        withdrawnIssues.clear()
        return refreshListing(before, keptPage, list)
      }),
    [ask],
  )
  const extend = useCallback(async () => {
    if (latest.current.next !== null) await ask('extend', (before) => extendListing(before, list))
  }, [ask])
  const forgetWithdrawn = useCallback(() => show(withoutIssues(latest.current, withdrawnIssues)), [show])

  useEffect(() => {
    refresh()
  }, [refresh])

  return { listing, asking, refresh, extend, forgetWithdrawn }
}
