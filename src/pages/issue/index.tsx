import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { Frame } from '#components/frame/frame'
import { TopBar } from '#components/frame/top-bar'
import { Notice } from '#components/notice/notice'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { TroubleStrip } from '#components/notice/trouble-strip'
import { Skeleton } from '#components/skeleton/skeleton'
import { DOT } from '#reader/dot'
import { useFreshAlerts } from '#reader/use-alerts'
import { type Reader, useReader } from '#reader/use-reader'
import type { Issue } from '#shared/newsletter/issue'
import { issueAddress, issueIdOf } from '#shared/newsletter/issue-address'
import { firstText } from '#shared/newsletter/shown-text'
import { IssueText } from './issue-text'
import { issueTitle } from './issue-title'
import { useIssue } from './use-issue'
import './index.scss'

/** In an item of two languages, the first one's title is what is held on to. */
const places = { titles: '.issue-head, .contents__entry, .first, .colophon', texts: '.item' }

export default function IssuePage() {
  const id = issueIdOf(useRouter().params)
  const reader = useReader()
  const { words, language } = reader
  const { reading, retry } = useIssue(id)
  useFreshAlerts()
  const issue = reading.state === 'shown' ? reading.issue : null
  const barTitle = issue?.series.number ? words.number(issue.series.number) : words.issues

  useEffect(() => {
    Taro.setNavigationBarTitle({ title: barTitle })
  }, [barTitle])
  useShareAppMessage(() =>
    issue
      ? { title: issueTitle(issue, language), path: issueAddress(issue.id) }
      : { title: words.issues, path: '/pages/index/index' },
  )

  return (
    <Frame isWide>
      <TopBar
        title={issue ? imprint(issue, reader) : words.issues}
        places={places}
        {...(process.env.TARO_ENV === 'h5' && { onBack: toIssues })}
      />
      {reading.state === 'shown' && reading.trouble && (
        <TroubleStrip code={reading.trouble} words={words} onRetry={retry} />
      )}
      {reading.state === 'shown' && (
        <IssueText
          issue={reading.issue}
          reader={reader}
          correction={reading.correction}
          seriesId={reading.seriesId}
        />
      )}
      {reading.state === 'loading' && <Skeleton label={words.loading} />}
      {reading.state === 'failed' && <TroubleNotice code={reading.code} words={words} onRetry={retry} />}
      {reading.state === 'absent' && (
        <Notice
          title={words.absent}
          hint={words.absentHint}
          action={{ name: words.toIssues, onTap: toIssues }}
        />
      )}
    </Frame>
  )
}

function toIssues(): void {
  Taro.switchTab({ url: '/pages/index/index' })
}

/** The publication and its running number: the masthead below names the series. */
function imprint({ publication, number }: Issue, { words, language }: Reader): string {
  const name = firstText(publication, language)
  return number === null ? name : `${name}${DOT}${words.runningNumber(number)}`
}
