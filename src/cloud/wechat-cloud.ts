import { openWechatCloud } from './open-wechat-cloud'
import type { Transport } from './transport'

/** WeChat's own cloud. */
export const wechatCloud: Transport = async (functionName, event) => {
  const { result } = await openWechatCloud().callFunction({ name: functionName, data: event })
  return result
}
