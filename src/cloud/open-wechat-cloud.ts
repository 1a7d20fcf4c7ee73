let isOpen = false

/** `wx.cloud`, initialized. The environment is the one the mini-program was built for, else the one it is uploaded to. */
export function openWechatCloud(): typeof wx.cloud {
  if (!isOpen) {
    const env = process.env.TARO_APP_CLOUD_ENV
    wx.cloud.init(env ? { env } : {})
    isOpen = true
  }
  return wx.cloud
}
