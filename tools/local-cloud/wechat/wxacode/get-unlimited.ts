import { pageAddress } from '../local-address'
import type { OpenApi } from '../open-api/open-api'
import type { RateLimit } from '../rate-limit'
import type { Settings } from '../settings'
import { WeChatError } from '../wechat-error'
import { parseCodeParams } from './code-params'
import { drawCode } from './draw-code'

type Parts = {
  /** The local cloud's own. */
  url: () => string
  limit: RateLimit
  settings: () => Settings
}

/**
 * `wxacode.getUnlimited`: a QR code, where WeChat draws a round one, that leads to the page in the browser build. The
 * page finds the scene encoded in its query, as on a phone.
 */
export function getUnlimited({ url, limit, settings }: Parts): OpenApi {
  return (params) => {
    const { codesPerMinute, pages } = settings()
    if (!limit.take(codesPerMinute)) throw new WeChatError(45009)
    const code = parseCodeParams(params, pages)
    const address = pageAddress(url(), `${code.page}?scene=${encodeURIComponent(code.scene)}`)
    return { contentType: 'image/png', body: drawCode(address, code) }
  }
}
