import Taro from '@tarojs/taro'
import { download } from './download'

export type SaveOutcome = 'saved' | 'refused' | 'failed'

/** The reader said no, now or earlier; the privacy guide was not agreed to, or does not name the album. */
const REFUSALS = [103, 104, 112]

/** Numbered anew at each start, so that what a killed run left behind is written over. */
let files = 0

/**
 * Keeps a picture, given as a data URL, in the phone's album; WeChat asks the reader first. In the browser it is
 * downloaded under the name, with the picture's type after it.
 */
export async function savePicture(dataUrl: string, name: string): Promise<SaveOutcome> {
  const [, type = '', content = ''] = /^data:image\/(\w+);base64,(.*)$/.exec(dataUrl) ?? []
  if (process.env.TARO_ENV === 'h5') {
    download(dataUrl, `${name}.${type}`)
    return 'saved'
  }
  files += 1
  const filePath = `${Taro.env.USER_DATA_PATH}/picture-${files}.${type}`
  const disk = Taro.getFileSystemManager()
  try {
    disk.writeFileSync(filePath, content, 'base64')
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (thrown) {
    return isRefusal(thrown) ? 'refused' : 'failed'
  } finally {
    disk.unlink({ filePath })
  }
}

function isRefusal(thrown: unknown): boolean {
  const { errno = 0, errMsg = '' } = thrown as { errno?: number; errMsg?: string }
  return REFUSALS.includes(errno) || /auth|cancel|denied/.test(errMsg)
}
