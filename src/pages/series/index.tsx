import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Frame } from '#components/frame/frame'
import { TopBar } from '#components/frame/top-bar'
import { listPlaces } from '#components/issue-list/list-page'
import { TroubleNotice } from '#components/notice/trouble-notice'
import { Skeleton } from '#components/skeleton/skeleton'
import { seriesOfScene } from '#reader/arrival'
import { goToTarget } from '#reader/go-to-target'
import { useFollowedCode } from '#reader/use-followed-code'
import { useReader } from '#reader/use-reader'
import { issueIdOf } from '#shared/newsletter/issue-address'
import { SeriesList } from './series-list'
import '../../components/issue-list/issue-list.scss'

/** Of a code, the series that it led to last is shown at once. */
export default function SeriesPage() {
  const { id, scene } = useRouter().params
  const { words } = useReader()
  const named = issueIdOf({ id })
  const [seriesId, setSeriesId] = useState(() => named ?? seriesOfScene(scene))
  const { trouble, follow } = useFollowedCode(named === null ? scene : undefined, (target) => {
    if (target?.kind === 'series') setSeriesId(target.seriesId)
    else goToTarget(target)
  })
  useEffect(() => {
    if (named === null && scene === undefined) goToTarget(null)
  }, [named, scene])

  if (seriesId !== null) return <SeriesList key={seriesId} seriesId={seriesId} />
  return (
    <Frame>
      <TopBar
        title={words.firm}
        places={listPlaces}
        {...(process.env.TARO_ENV === 'h5' && { onBack: () => goToTarget({ kind: 'home' }) })}
      />
      {trouble ? (
        <TroubleNotice code={trouble} words={words} onRetry={follow} />
      ) : (
        <Skeleton label={words.loading} />
      )}
    </Frame>
  )
}
