import { initWechatCloud } from './init-wechat-cloud'
import type { Upload } from './upload'

/** To WeChat's own cloud. */
export const wechatUpload: Upload = async ({ cloudPath, file }) => {
  initWechatCloud()
  const { fileID } = await wx.cloud.uploadFile({ cloudPath, filePath: file })
  return fileID
}
