import { useDidHide, useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { ListPage } from '#components/issue-list/list-page'
import { goToTarget, HOME, takeLost } from '#reader/go-to-target'
import { useFollowedCode } from '#reader/use-followed-code'
import { useIssueListing } from '#reader/use-issue-listing'
import { useReader } from '#reader/use-reader'
import { useTabTitle } from '#reader/use-tab-title'
import { firstText } from '#shared/newsletter/shown-text'
import '../../components/issue-list/issue-list.scss'

export default function IndexPage() {
  const { scene } = useRouter().params
  const { words, language } = useReader()
  const list = useIssueListing()
  const [isLost, setLost] = useState(false)
  useTabTitle('issues')
  useDidShow(() => {
    if (takeLost()) setLost(true)
  })
  useDidHide(() => setLost(false))
  useShareAppMessage(() => {
    const newest = list.listing.issues?.[0]
    return { title: newest ? firstText(newest.publication, language) : words.firm, path: HOME }
  })
  useFollowedCode(scene, (target) => {
    if (target === null) setLost(true)
    else if (target.kind !== 'home') goToTarget(target)
  })
  return <ListPage list={list} word={isLost && words.codeIsLost} />
}
