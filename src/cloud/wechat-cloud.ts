import { initWechatCloud } from './init-wechat-cloud'
import type { Transport } from './transport'

/** WeChat's own cloud. */
export const wechatCloud: Transport = async (functionName, event) => {
  initWechatCloud()
  const { result } = await wx.cloud.callFunction({ name: functionName, data: event })
  return result
}
