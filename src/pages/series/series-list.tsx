import { useShareAppMessage } from '@tarojs/taro'
import { useEffect } from 'react'
import { ListPage } from '#components/issue-list/list-page'
import { goToTarget, seriesAddress } from '#reader/go-to-target'
import { nameBar } from '#reader/name-bar'
import { useIssueListing } from '#reader/use-issue-listing'
import { useReader } from '#reader/use-reader'
import { firstText } from '#shared/newsletter/shown-text'

export function SeriesList({ seriesId }: { seriesId: string }) {
  const { words, language } = useReader()
  const list = useIssueListing(seriesId)
  const newest = list.listing.issues?.[0]
  const title = newest ? firstText(newest.series.title, language) : words.issues
  useEffect(() => nameBar(title), [title])
  useShareAppMessage(() => ({ title, path: seriesAddress(seriesId) }))
  return <ListPage list={list} isOfSeries onBack={() => goToTarget({ kind: 'home' })} />
}
