import type { Transport } from './transport'

let initialized = false

/** WeChat's own cloud. The environment is the one the mini-program was built for, else the one it is uploaded to. */
export const wechatCloud: Transport = async (functionName, event) => {
  if (!initialized) {
    const env = process.env.TARO_APP_CLOUD_ENV
    wx.cloud.init(env ? { env } : {})
    initialized = true
  }
  const { result } = await wx.cloud.callFunction({ name: functionName, data: event })
  return result
}
