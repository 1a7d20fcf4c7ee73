import Taro from '@tarojs/taro'
import { download } from './download'
import { writePicture } from './write-picture'

export type SaveOutcome = 'saved' | 'refused' | 'failed'

/** The reader said no, now or earlier; the privacy guide was not agreed to, or does not name the album. */
const REFUSALS = [103, 104, 112]

/**
 * Keeps a picture, given as a data URL, in the phone's album; WeChat asks the reader first. In the browser it is
 * downloaded under the name, with the picture's type after it.
 */
export async function savePicture(dataUrl: string, name: string): Promise<SaveOutcome> {
  if (process.env.TARO_ENV === 'h5') {
    const [, type] = /^data:image\/(\w+)/.exec(dataUrl) ?? []
    download(dataUrl, `${name}.${type}`)
    return 'saved'
  }
  let filePath = ''
  try {
    filePath = writePicture(dataUrl)
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (thrown) {
    return isRefusal(thrown) ? 'refused' : 'failed'
  } finally {
    if (filePath) Taro.getFileSystemManager().unlink({ filePath })
  }
}

function isRefusal(thrown: unknown): boolean {
  const { errno = 0, errMsg = '' } = thrown as { errno?: number; errMsg?: string }
  return REFUSALS.includes(errno) || /auth|cancel|denied/.test(errMsg)
}
