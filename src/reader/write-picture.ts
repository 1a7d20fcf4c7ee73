import Taro from '@tarojs/taro'

/** Numbered anew at each start, so that what an earlier run left behind is written over. */
let files = 0

/** Puts a picture, given as a data URL, into a file of the mini-program's own, and answers its path. */
export function writePicture(dataUrl: string): string {
  const [, type, content] = /^data:image\/(\w+);base64,(.+)$/.exec(dataUrl) ?? []
  if (!content) throw new Error('This is no picture.')
  files += 1
  const filePath = `${Taro.env.USER_DATA_PATH}/picture-${files}.${type}`
  Taro.getFileSystemManager().writeFileSync(filePath, content, 'base64')
  return filePath
}
