import { localUpload } from './local-upload'
import { transportError } from './transport-error'
import type { FileToUpload, Upload } from './upload'
import { wechatUpload } from './wechat-upload'

/** Decided when building, as for calls. */
const upload: Upload =
  process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL_CLOUD ? localUpload : wechatUpload

/**
 * Adds a file to the cloud, or replaces one that the same reader uploaded; answers its id. The cloud itself knows whose
 * it is. Throws an AppError, with OFFLINE when no answer came back at all.
 */
export async function uploadFile(file: FileToUpload): Promise<string> {
  try {
    return await upload(file)
  } catch (cause) {
    throw transportError(cause)
  }
}
