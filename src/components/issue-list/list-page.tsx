import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { AlertStrip } from '#components/alert-strip/alert-strip'
import { Frame } from '#components/frame/frame'
import { TopBar } from '#components/frame/top-bar'
import { Notice } from '#components/notice/notice'
import { Strip } from '#components/notice/strip'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { TroubleStrip } from '#components/notice/trouble-strip'
import { Skeleton } from '#components/skeleton/skeleton'
import { openedIssues } from '#reader/phone'
import { useFreshAlerts } from '#reader/use-alerts'
import type { useIssueListing } from '#reader/use-issue-listing'
import { useReader } from '#reader/use-reader'
import { IssueList } from './issue-list'
import { ListEnd } from './list-end'

export const listPlaces = { titles: '.masthead, .lead, .row__text', texts: '.lead' }

type Props = {
  list: ReturnType<typeof useIssueListing>
  isOfSeries?: boolean
  /** Said above the list. */
  word?: string | false
  onBack?: () => void
}

/** The whole page of a list: at home of all issues, elsewhere of one series. */
export function ListPage({ list, isOfSeries = false, word, onBack }: Props) {
  const { words } = useReader()
  const { listing, asking, refresh, extend, forgetWithdrawn } = list
  const [, drawAgain] = useState(0)
  useFreshAlerts()
  // Coming back from an issue, its unread mark is gone, or the issue itself.
  useDidShow(() => {
    forgetWithdrawn()
    drawAgain((times) => times + 1)
  })
  usePullDownRefresh(() => {
    refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    extend()
  })

  const { issues, trouble } = listing
  const newest = issues?.[0]
  const isFirstVisit = openedIssues.isEmpty()
  return (
    <Frame>
      <TopBar
        title={words.firm}
        places={listPlaces}
        {...(process.env.TARO_ENV === 'h5' && onBack && { onBack })}
      />
      {word && <Strip text={word} />}
      {issues && trouble && <TroubleStrip code={trouble} words={words} onRetry={refresh} />}
      {issues && <IssueList issues={issues} isOfSeries={isOfSeries} isFirstVisit={isFirstVisit} />}
      {issues?.length === 0 && <Notice title={words.noIssues} hint={words.noIssuesHint} />}
      {!issues && asking && <Skeleton label={words.loading} />}
      {!issues && !asking && trouble && <TroubleNotice code={trouble} words={words} onRetry={refresh} />}
      <ListEnd listing={listing} loading={asking === 'extend'} words={words} onMore={extend} />
      {newest && !isFirstVisit && (
        <AlertStrip series={{ id: newest.seriesId, title: newest.series.title }} isFloating />
      )}
    </Frame>
  )
}
