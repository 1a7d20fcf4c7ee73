import Taro from '@tarojs/taro'
import { AppError } from '#shared/errors'
import { localAddress } from './local-address'
import { localReader } from './local-reader'
import type { Upload } from './upload'

type Answer = { fileID?: string; errMsg?: string }

/** To the cloud on a developer's machine, which takes WeChat's place in development and in the browser. */
export const localUpload: Upload = async ({ cloudPath, file }) => {
  const { statusCode, data } = await Taro.uploadFile({
    url: `${localAddress}/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`,
    filePath: file,
    name: 'file',
    header: { 'x-local-openid': localReader() },
  })
  const { fileID, errMsg }: Answer = statusCode === 200 ? JSON.parse(data) : {}
  if (fileID === undefined) throw new AppError('INTERNAL', errMsg ?? 'The local cloud gave no answer.')
  return fileID
}
