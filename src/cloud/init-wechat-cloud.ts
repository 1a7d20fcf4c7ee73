let initialized = false

/**
 * Before the first use of `wx.cloud`. The environment is the one the mini-program was built for, else the one it is
 * uploaded to.
 */
export function initWechatCloud(): void {
  if (initialized) return
  const env = process.env.TARO_APP_CLOUD_ENV
  wx.cloud.init(env ? { env } : {})
  initialized = true
}
