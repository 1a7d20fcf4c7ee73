import { OfficialAccount, View } from '@tarojs/components'
import { useState } from 'react'
import type { Words } from '#reader/words'
import type { Account } from '#shared/firm/endpoints'
import { AccountLine } from './account-line'

type Props = { account: Account; words: Words }

/**
 * How to follow the firm's official account. WeChat's own card appears to those who scanned a code, and only where the
 * account belongs to the mini-program: until it has come, and wherever it does not, another way stands in its place.
 */
export function FollowFirm({ account, words }: Props) {
  const [card, setCard] = useState<'awaited' | 'shown' | 'absent'>(
    process.env.TARO_ENV === 'weapp' ? 'awaited' : 'absent',
  )
  return (
    <View className={`follow follow--${card}`}>
      <AccountLine account={account} words={words} />
      {card !== 'absent' && (
        <View className="follow__card">
          <OfficialAccount onLoad={() => setCard('shown')} onError={() => setCard('absent')} />
        </View>
      )}
    </View>
  )
}
