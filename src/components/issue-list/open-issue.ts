import Taro from '@tarojs/taro'
import { alerts } from '#reader/use-alerts'
import { issueAddress } from '#shared/newsletter/issue-address'

/** In the tap itself: who always allows is topped up on the way, without a word. */
export function openIssue(id: string): void {
  alerts.topUp()
  Taro.navigateTo({ url: issueAddress(id) })
}
