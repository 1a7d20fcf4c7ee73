import Taro from '@tarojs/taro'
import type { Target } from '#shared/codes/target'
import { issueAddress } from '#shared/newsletter/issue-address'

export const HOME = '/pages/index/index'

let isLost = false

/** In the place of the page that is shown; null leads home, which then says that the code leads nowhere. */
export function goToTarget(target: Target | null): void {
  isLost = target === null
  if (target?.kind === 'issue') Taro.redirectTo({ url: issueAddress(target.issueId) })
  else if (target?.kind === 'series') Taro.redirectTo({ url: seriesAddress(target.seriesId) })
  else Taro.switchTab({ url: HOME })
}

export function seriesAddress(seriesId: string): string {
  return `/pages/series/index?id=${seriesId}`
}

/** Whether the home page was reached by a code that leads nowhere: to be said once. */
export function takeLost(): boolean {
  const was = isLost
  isLost = false
  return was
}
