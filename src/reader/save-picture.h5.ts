import { download } from './download'
import type { SaveOutcome } from './save-picture'

/** In a browser, a download takes the place of the album. */
export async function savePicture(dataUrl: string, name: string): Promise<SaveOutcome> {
  download(dataUrl, name)
  return 'saved'
}
