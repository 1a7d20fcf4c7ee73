import Taro from '@tarojs/taro'
import { isSinglePage } from './platform'

const OFFICIAL_ACCOUNT = /^https?:\/\/mp\.weixin\.qq\.com\//iu

/**
 * Whether a tap shows the page itself, or, in the timeline's single page, at least its address. WeChat opens nothing but
 * its official accounts' articles: the rest is copied.
 */
export function opensWebAddress(address: string): boolean {
  return process.env.TARO_ENV === 'h5' || isSinglePage || canOpenArticle(address)
}

/**
 * Opens an address, or copies it; WeChat itself says that it was copied. Where it may not, because the reader refused
 * or the clipboard is not declared (errno 104, 112), `onRefused` shows the address to be copied by hand.
 */
export async function openWebAddress(address: string, onRefused: (address: string) => void): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(address, '_blank', 'noopener')
    return
  }
  if (isSinglePage) return onRefused(address)
  if (canOpenArticle(address) && (await openArticle(address))) return
  await Taro.setClipboardData({ data: address }).catch(() => onRefused(address))
}

/** Since base library 3.4.8; Taro has no name for it. */
function canOpenArticle(address: string): boolean {
  return (
    process.env.TARO_ENV === 'weapp' &&
    OFFICIAL_ACCOUNT.test(address) &&
    typeof wx.openOfficialAccountArticle === 'function'
  )
}

function openArticle(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.openOfficialAccountArticle({ url, success: () => resolve(true), fail: () => resolve(false) })
  })
}
