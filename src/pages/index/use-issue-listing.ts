import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#cloud/call'
import { extendListing, type IssueListing, refreshListing, startListing } from '#cloud/issue-listing'
import { keptPage } from '#reader/phone'
import type { EndpointInput } from '#shared/endpoint'
import { listIssues } from '#shared/issues/endpoints'

const list = (input: EndpointInput<typeof listIssues>) => call(listIssues, input)

/** The list as the page shows it. One question at a time: a second one meanwhile is dropped. */
export function useIssueListing() {
  const [listing, setListing] = useState<IssueListing>(() => startListing(keptPage))
  const [busy, setBusy] = useState<'refresh' | 'extend' | null>('refresh')
  const running = useRef(false)

  const run = useCallback(async (kind: 'refresh' | 'extend', work: () => Promise<IssueListing>) => {
    if (running.current) return
    running.current = true
    setBusy(kind)
    setListing(await work())
    setBusy(null)
    running.current = false
  }, [])

  const refresh = useCallback(
    () => run('refresh', () => refreshListing(startListing(keptPage), keptPage, list)),
    [run],
  )
  const extend = useCallback(async () => {
    if (listing.next !== null) await run('extend', () => extendListing(listing, list))
  }, [run, listing])

  useEffect(() => {
    refresh()
  }, [refresh])

  return { listing, busy, refresh, extend }
}
