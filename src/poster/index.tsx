import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Frame } from '#components/frame/frame'
import { Notice } from '#components/notice/notice'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { Skeleton } from '#components/skeleton/skeleton'
import { useReader } from '#reader/use-reader'
import { issueIdOf } from '#shared/newsletter/issue-address'
import { PosterView } from './poster-view'
import { usePosterParts } from './use-poster-parts'
import { posterWordsIn } from './words'
import './index.scss'

export default function PosterPage() {
  const id = issueIdOf(useRouter().params)
  const { words, language } = useReader()
  const { title, absent, absentHint } = posterWordsIn(language)
  const { parts, retry, fail } = usePosterParts(id)

  useEffect(() => {
    Taro.setNavigationBarTitle({ title })
  }, [title])

  return (
    <Frame>
      {parts.state === 'loading' && <Skeleton label={words.loading} />}
      {parts.state === 'absent' && <Notice title={absent} hint={absentHint} />}
      {parts.state === 'failed' && <TroubleNotice code={parts.code} words={words} onRetry={retry} />}
      {parts.state === 'ready' && (
        <PosterView issue={parts.issue} code={parts.code} language={language} onFailed={fail} />
      )}
    </Frame>
  )
}
