import { pageAddress } from '../local-address'
import type { OpenApi } from '../open-api/open-api'
import type { RateLimit } from '../rate-limit'
import { WeChatError } from '../wechat-error'
import { parseCodeParams } from './code-params'
import { drawCode } from './draw-code'

type Parts = {
  /** The local cloud's own. */
  url: () => string
  pages: readonly string[] | null
  limit: RateLimit
  codesPerMinute: () => number | null
}

/**
 * `wxacode.getUnlimited`: a QR code, where WeChat draws a round one, that leads to the page in the browser build. The
 * page finds the scene encoded in its query, as on a phone.
 */
export function getUnlimited({ url, pages, limit, codesPerMinute }: Parts): OpenApi {
  return (params) => {
    if (!limit.take(codesPerMinute())) throw new WeChatError(45009)
    const code = parseCodeParams(params, pages)
    const address = pageAddress(url(), `${code.page}?scene=${encodeURIComponent(code.scene)}`)
    return { contentType: 'image/png', body: drawCode(address, code) }
  }
}
