import Taro from '@tarojs/taro'

const KEY = 'local-reader'
const FIRST_READER = 'local-reader'

/**
 * Who reads, for the local cloud: WeChat would tell the cloud itself. The browser keeps the name and can switch it;
 * `?as=NAME` in the address does so too.
 */
export function localReader(): string {
  if (process.env.TARO_ENV === 'h5') {
    const named = /[?&]as=([A-Za-z0-9_-]{1,64})(?:&|$)/u.exec(window.location.search)?.[1]
    if (named !== undefined) Taro.setStorageSync(KEY, named)
  }
  const kept: unknown = Taro.getStorageSync(KEY)
  return typeof kept === 'string' && kept !== '' ? kept : FIRST_READER
}
