import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { AlertStrip } from '#components/alert-strip/alert-strip'
import { Frame } from '#components/frame/frame'
import { TopBar } from '#components/frame/top-bar'
import { Notice } from '#components/notice/notice'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { TroubleStrip } from '#components/notice/trouble-strip'
import { Skeleton } from '#components/skeleton/skeleton'
import { useFreshAlerts } from '#reader/use-alerts'
import { useReader } from '#reader/use-reader'
import { useTabTitle } from '#reader/use-tab-title'
import { IssueList } from './issue-list'
import { ListEnd } from './list-end'
import { useIssueListing } from './use-issue-listing'
import './index.scss'

const places = { titles: '.masthead, .lead, .row__text', texts: '.lead' }

export default function IndexPage() {
  const { words } = useReader()
  const { listing, asking, refresh, extend, forgetWithdrawn } = useIssueListing()
  const [, drawAgain] = useState(0)
  useTabTitle('issues')
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
  return (
    <Frame>
      <TopBar title={words.firm} places={places} />
      {issues && trouble && <TroubleStrip code={trouble} words={words} onRetry={refresh} />}
      {issues && issues.length > 0 && <IssueList issues={issues} />}
      {issues?.length === 0 && <Notice title={words.noIssues} hint={words.noIssuesHint} />}
      {!issues && asking && <Skeleton label={words.loading} />}
      {!issues && !asking && trouble && <TroubleNotice code={trouble} words={words} onRetry={refresh} />}
      <ListEnd listing={listing} loading={asking === 'extend'} words={words} onMore={extend} />
      {newest && <AlertStrip series={{ id: newest.seriesId, title: newest.series.title }} isFloating />}
    </Frame>
  )
}
