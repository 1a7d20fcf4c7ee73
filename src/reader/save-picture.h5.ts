import type { SaveOutcome } from './save-picture'

/** In a browser, a download takes the place of the album. */
export async function savePicture(dataUrl: string, name: string): Promise<SaveOutcome> {
  const link = window.document.createElement('a')
  link.href = dataUrl
  link.download = name
  link.click()
  return 'saved'
}
