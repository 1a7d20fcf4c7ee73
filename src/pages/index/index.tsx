import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListPage } from '#components/issue-list/list-page'
import { goToTarget, takeLost } from '#reader/go-to-target'
import { useFollowedCode } from '#reader/use-followed-code'
import { useIssueListing } from '#reader/use-issue-listing'
import { useReader } from '#reader/use-reader'
import { useTabTitle } from '#reader/use-tab-title'
import '../../components/issue-list/issue-list.scss'

export default function IndexPage() {
  const { scene } = useRouter().params
  const { words } = useReader()
  const list = useIssueListing()
  const [isLost, setLost] = useState(false)
  useTabTitle('issues')
  useDidShow(() => {
    if (takeLost()) setLost(true)
  })
  useDidHide(() => setLost(false))
  useFollowedCode(scene, (target) => {
    if (target === null) setLost(true)
    else if (target.kind !== 'home') goToTarget(target)
  })
  return <ListPage list={list} word={isLost && words.codeIsLost} />
}
