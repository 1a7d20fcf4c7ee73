import { openWechatCloud } from './open-wechat-cloud'
import type { Upload } from './upload'

/** To WeChat's own cloud. */
export const wechatUpload: Upload = async ({ cloudPath, file }) => {
  const { fileID } = await openWechatCloud().uploadFile({ cloudPath, filePath: file })
  return fileID
}
