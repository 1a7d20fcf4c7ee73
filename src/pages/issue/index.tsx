import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Frame } from '#components/frame/frame'
import { TopBar } from '#components/frame/top-bar'
import { Notice } from '#components/notice/notice'
import { Strip } from '#components/notice/strip'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { TroubleStrip } from '#components/notice/trouble-strip'
import { Skeleton } from '#components/skeleton/skeleton'
import { arrivalItemOf, arrivalTitleOf } from '#reader/arrival'
import { DOT } from '#reader/dot'
import { goToTarget } from '#reader/go-to-target'
import { nameBar } from '#reader/name-bar'
import { openedIssues } from '#reader/phone'
import { isSinglePage } from '#reader/platform'
import { useFreshAlerts } from '#reader/use-alerts'
import { type Reader, useReader } from '#reader/use-reader'
import type { Target } from '#shared/codes/target'
import type { Issue } from '#shared/newsletter/issue'
import { issueIdOf } from '#shared/newsletter/issue-address'
import { firstText } from '#shared/newsletter/shown-text'
import { IssueText } from './issue-text'
import { useIssue } from './use-issue'
import { useIssueSharing } from './use-issue-sharing'
import './index.scss'

/** In an item of two languages, the first one's title is what is held on to. */
const places = { titles: '.issue-head, .contents__entry, .first, .colophon', texts: '.item' }

export default function IssuePage() {
  const { params } = useRouter()
  const reader = useReader()
  const { words } = reader
  const { reading, moved, retry } = useIssue(params)
  const [isFirstVisit] = useState(() => openedIssues.isEmpty())
  const [arrival] = useState(() => arrivalItemOf(params))
  useFreshAlerts(reading.state === 'shown')
  const issue = reading.state === 'shown' ? reading.issue : null
  const barTitle = issue?.series.number ? words.number(issue.series.number) : words.issues

  useEffect(() => nameBar(barTitle), [barTitle])
  const sharing = useIssueSharing(issue, reader, reading.state === 'absent' ? null : issueIdOf(params))

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
      {moved !== undefined && (
        <Strip
          text={moved ? words.codeHasMoved : words.codeIsLost}
          action={{ name: moved ? words.open : words.toIssues, onTap: () => goToTarget(moved ?? home) }}
        />
      )}
      {reading.state === 'shown' && (
        <IssueText
          issue={reading.issue}
          reader={reader}
          correction={reading.correction}
          seriesId={reading.seriesId}
          sharing={isSinglePage ? null : sharing}
          arrival={arrival}
          isFirstVisit={isFirstVisit}
        />
      )}
      {reading.state === 'loading' && <Skeleton label={words.loading} />}
      {reading.state === 'failed' && isSinglePage && (
        <Notice title={arrivalTitleOf(params) || words.firm} hint={words.inMiniProgram} />
      )}
      {reading.state === 'failed' && !isSinglePage && (
        <TroubleNotice code={reading.code} words={words} onRetry={retry} />
      )}
      {reading.state === 'absent' && (
        <Notice
          title={words.absent}
          hint={words.absentHint}
          {...(!isSinglePage && { action: { name: words.toIssues, onTap: toIssues } })}
        />
      )}
    </Frame>
  )
}

const home: Target = { kind: 'home' }
const toIssues = () => goToTarget(home)

/** The publication and its running number: the masthead below names the series. */
function imprint({ publication, number }: Issue, { words, language }: Reader): string {
  const name = firstText(publication, language)
  return number === null ? name : `${name}${DOT}${words.runningNumber(number)}`
}
