import Taro from '@tarojs/taro'
import { issueAddress } from '#shared/newsletter/issue-address'

export function openIssue(id: string): void {
  Taro.navigateTo({ url: issueAddress(id) })
}
